import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Handler } from "#db/local/http.ts";
import { type LocalServer, type LocalServerOptions, startLocalServer } from "#db/local/server.ts";

/** Servers of this process, by the address of their SQL side. */
const near = new Map<string, Handler>();

/**
 * A real server of this process whose SQL side this process asks without a socket in between, which costs more than all
 * statements; others reach it by its ports. It waits for no disk, and leaves closed files to garbage collection, which
 * takes long in a process that holds so many suites. Suites of db-local and of the whole app go by the sockets.
 */
export async function startNearServer(options: LocalServerOptions): Promise<LocalServer> {
  const collect = options.shipping ? undefined : () => {};
  const server = await startLocalServer({ pragmas: "PRAGMA synchronous=OFF", collect, ...options });
  const { origin } = new URL(server.url);
  near.set(origin, server.answer);
  askNearServersDirectly();
  return {
    ...server,
    stop: async () => {
      near.delete(origin);
      await server.stop();
    },
  };
}

const isDirect = Symbol.for("balai.asks-near-servers");

function askNearServersDirectly(): void {
  const far = globalThis.fetch;
  if (isDirect in far) return;
  const direct: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const handler = near.get(url.origin);
    if (!handler) return far(input, init);
    return askHandler(handler, url, input instanceof Request && !init ? input : new Request(input, init));
  };
  globalThis.fetch = Object.assign(direct, { [isDirect]: true });
}

async function askHandler(handler: Handler, url: URL, request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  // As by a socket, others have their turn before it arrives and before it is answered.
  await nextTurn();
  const response = new NearResponse();
  const incoming = {
    method: request.method,
    url: `${url.pathname}${url.search}`,
    headers: Object.fromEntries(request.headers),
    iterator: async function* () {
      yield body;
    },
    resume: () => {},
  };
  const gone = new Promise<never>((_, reject) => {
    request.signal.addEventListener("abort", () => {
      response.destroy();
      reject(request.signal.reason);
    });
  });
  const answered = new Promise<void>((resolve, reject) => {
    response.once("finish", resolve);
    response.once("close", () => reject(new TypeError("fetch failed")));
  });
  void handler(incoming as unknown as IncomingMessage, response as unknown as ServerResponse);
  await Promise.race([answered, gone]);
  await nextTurn();
  return new Response(Buffer.concat(response.written), {
    status: response.status,
    headers: response.headers,
  });
}

/** As much of a ServerResponse as db/local uses; keeps what is written. */
class NearResponse extends EventEmitter {
  status = 200;
  headers: Record<string, string> = {};
  written: Buffer[] = [];
  headersSent = false;
  destroyed = false;

  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  setTimeout(): void {}

  writeHead(status: number, headers: Record<string, string> = {}): this {
    this.status = status;
    this.headersSent = true;
    Object.assign(this.headers, headers);
    return this;
  }

  write(chunk: string | Uint8Array): boolean {
    this.written.push(Buffer.from(chunk as string));
    return true;
  }

  end(chunk?: string | Uint8Array): void {
    if (chunk !== undefined) this.write(chunk);
    this.emit("finish");
  }

  destroy(): void {
    this.destroyed = true;
    this.emit("close");
  }
}
