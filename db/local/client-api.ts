import type { IncomingMessage, ServerResponse } from "node:http";
import type { ConnectionPool } from "./connection-pool.ts";
import { writeCursor, writeLine } from "./cursor.ts";
import { HttpError, SqlError, toHranaError } from "./errors.ts";
import { checkToken, type Handler, readJson, sendJson, sendText } from "./http.ts";
import { checkNamespace, DEFAULT_NAMESPACE, type Namespaces } from "./namespaces.ts";
import { asArray, asObject, type Json, readBatch, readBaton, type Version } from "./protocol.ts";
import { handleRequest, prepareSteps } from "./requests.ts";
import { Session } from "./session.ts";
import type { Stream, Streams } from "./streams.ts";

export type ClientApi = {
  namespaces: Namespaces;
  streams: Streams;
  pool: ConnectionPool;
  authToken: string | undefined;
  maxRequestBytes: number;
  maxResponseBytes: number;
};

const BASE64 = /^[A-Za-z0-9+/]+$/;
const STALLED_READER_MS = 30_000;

/** The namespace that a request names: `x-namespace-bin` before `x-namespace`, as in sqld. Throws HttpError 400. */
function namespaceOf(request: IncomingMessage): string {
  const encoded = request.headers["x-namespace-bin"];
  const plain = request.headers["x-namespace"];
  if (typeof encoded === "string") {
    if (!BASE64.test(encoded)) throw new HttpError(400, "Invalid namespace");
    return checkNamespace(Buffer.from(encoded, "base64").toString("latin1"));
  }
  return checkNamespace(typeof plain === "string" ? plain : DEFAULT_NAMESPACE);
}

function acquireStream(api: ClientApi, namespace: string, baton: string | undefined): Stream {
  const database = api.namespaces.get(namespace);
  if (baton !== undefined) return api.streams.resume(namespace, baton);
  return api.streams.open(namespace, new Session(database, api.pool));
}

async function answerPipeline(api: ClientApi, stream: Stream, body: Json, version: Version) {
  const results = [];
  for (const request of asArray(body.requests, "`requests`")) {
    results.push(await handleRequest(stream, request, version, api.maxResponseBytes));
  }
  return results;
}

/** Ends a request; a client that is gone will never have the baton, so its stream ends with it. */
function release({ streams }: ClientApi, stream: Stream, response: ServerResponse): string | null {
  if (response.destroyed) streams.close(stream);
  return streams.release(stream);
}

async function pipeline(
  api: ClientApi,
  namespace: string,
  body: Json,
  version: Version,
  response: ServerResponse,
) {
  const stream = acquireStream(api, namespace, readBaton(body.baton));
  try {
    const results = await answerPipeline(api, stream, body, version);
    sendJson(response, 200, { baton: release(api, stream, response), base_url: null, results });
  } catch (error) {
    api.streams.close(stream);
    throw error;
  }
}

async function cursor(api: ClientApi, namespace: string, body: Json, response: ServerResponse) {
  const stream = acquireStream(api, namespace, readBaton(body.baton));
  try {
    const steps = prepareCursor(stream, body);
    response.setTimeout(STALLED_READER_MS, () => response.destroy());
    response.writeHead(200, { "content-type": "text/plain" });
    // The next request may come while the rows still go out; the stream is busy until they have.
    const baton = api.streams.nextBaton(stream);
    writeLine(response, { baton, base_url: null });
    if (steps instanceof SqlError) writeLine(response, { type: "error", error: toHranaError(steps) });
    else await writeCursor(steps, stream.session, response);
    release(api, stream, response);
    response.end();
  } catch (error) {
    api.streams.close(stream);
    throw error;
  }
}

function prepareCursor(stream: Stream, body: Json) {
  try {
    return prepareSteps(stream, readBatch(body.batch, 3));
  } catch (error) {
    if (error instanceof SqlError) return error;
    throw error;
  }
}

/** Answers Hrana 2 and 3 over HTTP with JSON for one set of namespaces. */
export function clientHandler(api: ClientApi): Handler {
  return async (request, response) => {
    const route = `${request.method} ${(request.url ?? "/").split("?", 1)[0]}`;
    if (route === "GET /health") return sendText(response, 200, "");
    if (route === "GET /v2" || route === "GET /v3") return sendText(response, 200, "Hrana over HTTP");
    const version = route === "POST /v2/pipeline" ? 2 : 3;
    const isCursor = route === "POST /v3/cursor";
    if (version === 3 && !isCursor && route !== "POST /v3/pipeline") return sendText(response, 404, "");
    checkToken(request, api.authToken, ["bearer"]);
    const namespace = namespaceOf(request);
    api.namespaces.get(namespace);
    const body = asObject(await readJson(request, api.maxRequestBytes), "the request");
    if (isCursor) return cursor(api, namespace, body, response);
    return pipeline(api, namespace, body, version, response);
  };
}
