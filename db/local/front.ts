import { once } from "node:events";
import { Agent, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAddressReader } from "./front/client-address.ts";
import { forward } from "./front/forward.ts";
import { passablePath } from "./front/paths.ts";
import { refuse } from "./front/refuse.ts";
import { stopListening } from "./http.ts";

export interface FrontOptions {
  /** 0 for any free port. */
  port: number;
  /** Default: this machine alone, by IPv4 and, where it has it, IPv6. */
  host?: string;
  /** Proxies whose X-Forwarded-For is believed; see createAddressReader. */
  trustedProxy?: string;
  /** Default 64 MB. */
  maxBodyBytes?: number;
}

export interface Front {
  port: number;
  /** From now on requests are passed to this address; until then they are answered 503. */
  passTo(upstream: URL): void;
  /** Lets answers under way finish, for some seconds. */
  stop(): Promise<void>;
}

/** The worker reads no larger body: refused here, the client can still read why. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** A name or an address with its port; anything else makes workerd throw while it reads the address. */
const HOST = /^([a-z0-9]([\w.-]*\w)?\.?|\[[\da-f:.]+\])(:\d{1,5})?$/i;
const STOP_GRACE_MS = 3_000;
/** Longer than a browser or proxy keeps an idle connection. */
const KEEP_ALIVE_MS = 65_000;
/** Shorter than workerd keeps an idle connection: a request must not meet one that is being closed. */
const KEPT_UPSTREAM_MS = 2_000;
/** 10 MB over a link of 20 KB a second, and some. */
const REQUEST_TIMEOUT_MS = 15 * 60_000;

const TIMES = {
  keepAliveTimeout: KEEP_ALIVE_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  headersTimeout: 20_000,
};

/**
 * Starts the public socket before the worker's own: it alone is reached from outside, tells the worker the client's
 * true address, keeps Miniflare's addresses and headers to itself, and compresses.
 * @throws Error (EADDRINUSE, EACCES) where the port can't be had
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 512,
    scheduling: "lifo",
    timeout: KEPT_UPSTREAM_MS,
  });
  const addressOf = createAddressReader(options.trustedProxy);
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  let upstream: URL | null = null;
  const server = createServer(TIMES, (request, response) => {
    const path = passablePath(request.url);
    const refused = HOST.test(request.headers.host ?? "")
      ? refusalOf(path, request.headers["content-length"], maxBodyBytes, upstream)
      : 400;
    if (path === null || !upstream || refused) {
      return refuse(request, response, refused ?? 404);
    }
    const address = addressOf(request.socket.remoteAddress, request.headers["x-forwarded-for"]?.toString());
    forward(request, response, { upstream, agent, path, address, maxBodyBytes });
  });
  const servers = await listenLocally(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    passTo: (address) => {
      upstream = address;
    },
    stop: async () => {
      await Promise.all(servers.map((each) => stopListening(each, STOP_GRACE_MS)));
      agent.destroy();
    },
  };
}

function refusalOf(
  path: string | null,
  length: string | undefined,
  maxBodyBytes: number,
  upstream: URL | null,
): 404 | 413 | 503 | null {
  if (path === null) return 404;
  if (Number(length ?? 0) > maxBodyBytes) return 413;
  return upstream ? null : 503;
}

/** Browsers try `localhost` by IPv6 first, programs often by IPv4 only: serve both where there are both. */
async function listenLocally(server: Server, { port, host }: FrontOptions): Promise<Server[]> {
  server.listen(port, host ?? "127.0.0.1");
  await once(server, "listening");
  if (host) return [server];
  const second = createServer(TIMES);
  second.on("request", (request, response) => server.emit("request", request, response));
  second.listen((server.address() as AddressInfo).port, "::1");
  try {
    await once(second, "listening");
    return [server, second];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (port === 0 || code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") return [server];
    await stopListening(server, 0);
    throw error;
  }
}
