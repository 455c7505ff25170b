import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HttpError, ProtocolError, StreamExpiredError } from "./errors.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

// Longer than a client keeps an idle connection, so that it never writes into one that just closed.
const KEEP_ALIVE_MS = 65_000;

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(text);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Reads a body whole. Throws HttpError 413 past maxBytes. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new HttpError(413, `Request body is larger than ${maxBytes} bytes`);
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body. Throws HttpError 413 past maxBytes, ProtocolError for what is no JSON in UTF-8. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const body = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not UTF-8";
    throw new ProtocolError(`Cannot deserialize client message from JSON: ${reason}`);
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/**
 * Throws HttpError 401 unless the request carries the token, if one is set, by one of the schemes; compares
 * in constant time.
 */
export function checkToken(request: IncomingMessage, token: string | undefined, schemes: string[]): void {
  if (token === undefined) {
    // A page in a browser on this machine must not reach a server that asks for no token.
    if (request.headers.origin) throw new HttpError(403, "Requests from web pages need a token");
    return;
  }
  const [scheme = "", given = ""] = (request.headers.authorization ?? "").split(" ", 2);
  const isSame = timingSafeEqual(digest(given), digest(token));
  if (!isSame || !schemes.includes(scheme.toLowerCase())) {
    throw new HttpError(401, "Unauthorized: `Authentication failed`");
  }
}

function sendError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof ProtocolError) sendText(response, 400, error.message);
  else if (error instanceof StreamExpiredError) {
    sendJson(response, 400, { message: error.message, code: error.code });
  } else if (error instanceof HttpError) {
    if (error.status === 413) response.setHeader("connection", "close");
    request.resume();
    sendJson(response, error.status, { error: error.message });
  } else {
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, 500, { error: `Internal Error: \`${message}\`` });
  }
}

/** The handler whose errors become answers. */
export function answering(handler: Handler): Handler {
  return (request, response) =>
    handler(request, response).catch((error: unknown) => sendError(request, response, error));
}

/** Starts a server of one handler. Throws when the address is taken. */
export async function listen(host: string, port: number, handler: Handler): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, answering(handler));
  server.listen(port, host);
  await once(server, "listening");
  return server;
}

/** The server's address, with a slash at its end. */
export function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}/`;
}

/** Takes no more requests, waits for those under way, then returns; cuts them off after graceMs. */
export async function stopListening(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
