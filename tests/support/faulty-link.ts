import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What happens to one request on its way to the databases: it never arrives, it arrives and its answer is lost (by a
 * cut, or a gateway's 502), it is never answered, or the disk behind it is full.
 */
export type LinkFault = "refused" | "answer-cut" | "answer-502" | "hangs" | "full";

/** One request as the databases would get it. */
export interface LinkRequest {
  namespace: string;
  body: string;
}

export interface FaultyLink {
  url: string;
  /** Where what passes goes to; told before anybody asks. */
  aimAt(target: string): void;
  /** From now on: which fault, if any, meets each request. */
  meet(choose: (request: LinkRequest) => LinkFault | null): void;
  /** Requests let through since the last `meet`. */
  seen: LinkRequest[];
  stop(): void;
}

/** Stands between the worker and its databases, and passes everything on until it is told otherwise. */
export async function startFaultyLink(): Promise<FaultyLink> {
  let target = "";
  let choose: (request: LinkRequest) => LinkFault | null = () => null;
  const seen: LinkRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const body = await readWhole(incoming);
    const asked = { namespace: String(incoming.headers["x-namespace"]), body: body.toString("utf8") };
    seen.push(asked);
    const fault = choose(asked);
    if (fault === "refused") return incoming.socket.destroy();
    if (fault === "hangs") return;
    const sent = fault === "full" ? withoutRequests(asked.body) : body;
    passOn(target, incoming, sent, (answer, bytes) => {
      if (fault === "answer-cut") return incoming.socket.destroy();
      if (fault === "full") return response.writeHead(200, JSON_TYPE).end(fullAnswer(asked.body, bytes));
      if (fault === "answer-502") return response.writeHead(502).end("bad gateway");
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(bytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    aimAt: (next) => {
      target = next;
    },
    meet: (next) => {
      choose = next;
      seen.length = 0;
    },
    seen,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** The stream goes on, none of its statements is carried out. */
const withoutRequests = (body: string) => Buffer.from(JSON.stringify({ ...JSON.parse(body), requests: [] }));

/** What sqld says where SQLite has no room: each statement fails. */
function fullAnswer(body: string, answer: Buffer): string {
  const { requests = [] } = JSON.parse(body) as { requests?: unknown[] };
  const error = { type: "error", error: { message: "database or disk is full", code: "SQLITE_FULL" } };
  return JSON.stringify({ ...JSON.parse(answer.toString("utf8")), results: requests.map(() => error) });
}

function passOn(
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
  done: (answer: IncomingMessage, bytes: Buffer) => void,
): void {
  const outgoing = request(
    new URL(incoming.url ?? "/", target),
    {
      method: incoming.method,
      headers: { ...incoming.headers, "content-length": body.byteLength },
      agent: false,
    },
    async (answer) => done(answer, await readWhole(answer)),
  );
  outgoing.on("error", () => incoming.socket.destroy());
  outgoing.end(body);
}

async function readWhole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
