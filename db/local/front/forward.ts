import { Agent, type IncomingMessage, type ServerResponse, request as sendRequest } from "node:http";
import { encode } from "./compression.ts";
import { inwardHeaders, outwardHeaders } from "./headers.ts";
import { refuse } from "./refuse.ts";

export interface Route {
  upstream: URL;
  agent: Agent;
  path: string;
  address: string;
  maxBodyBytes: number;
}

/**
 * Passes one request on and its answer back, both as streams. Where the worker answers before it has read the whole
 * body, the rest is read and thrown away, so that the client, still sending, sees the answer and no reset.
 */
export function forward(request: IncomingMessage, response: ServerResponse, route: Route): void {
  attempt(request, response, route, SAFE_METHODS.has(request.method ?? ""));
}

/** Requests without a body: they may use a kept connection, and be sent anew where it turns out to be dead. */
const SAFE_METHODS = new Set(["GET", "HEAD"]);

function attempt(request: IncomingMessage, response: ServerResponse, route: Route, usesKept: boolean): void {
  // Keep-alive even for one request: a worker that answers early must not cut off a body that is still coming.
  const agent = usesKept ? route.agent : new Agent({ keepAlive: true });
  if (!usesKept) response.on("close", () => agent.destroy());
  const outgoing = sendRequest({
    host: route.upstream.hostname,
    port: route.upstream.port,
    agent,
    method: request.method,
    path: route.path,
    headers: inwardHeaders(request.headers, route.address),
  });
  const body = sendBody(request, response, outgoing, route.maxBodyBytes);
  outgoing.on("response", (answer) => {
    answer.on("end", body.drainRest);
    giveBack(request, response, answer);
  });
  outgoing.on("error", () => {
    if (usesKept && outgoing.reusedSocket && !response.headersSent && !response.destroyed) {
      return attempt(request, response, route, false);
    }
    body.drainRest();
    if (!response.headersSent) refuse(request, response, 502);
    else if (!response.writableEnded) response.destroy();
  });
  response.on("close", () => {
    if (!response.writableFinished) outgoing.destroy();
  });
}

function giveBack(request: IncomingMessage, response: ServerResponse, answer: IncomingMessage): void {
  if (response.headersSent) return void answer.resume();
  const { headers, through } = encode(request, answer, outwardHeaders(answer.headers));
  response.writeHead(answer.statusCode ?? 502, headers);
  answer.on("error", () => response.destroy());
  answer.on("aborted", () => response.destroy());
  if (!through) return void answer.pipe(response);
  through.on("error", () => response.destroy());
  response.on("close", () => through.destroy());
  answer.pipe(through).pipe(response);
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  outgoing: ReturnType<typeof sendRequest>,
  maxBodyBytes: number,
): { drainRest(): void } {
  let size = 0;
  let isDraining = false;
  const drainRest = () => {
    if (isDraining) return;
    isDraining = true;
    request.resume();
    if (!request.complete) outgoing.destroy();
  };
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBodyBytes) {
      if (!response.headersSent) refuse(request, response, 413);
      drainRest();
    } else if (!isDraining && !outgoing.write(chunk)) request.pause();
  });
  outgoing.on("drain", () => request.resume());
  if (request.readableEnded) outgoing.end();
  else request.on("end", () => void (isDraining || outgoing.end()));
  request.on("aborted", () => outgoing.destroy());
  return { drainRest };
}
