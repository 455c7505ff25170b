import type { IncomingMessage, ServerResponse } from "node:http";
import type { ObjectStore } from "../object-store.ts";
import { HttpError } from "./errors.ts";
import { checkToken, type Handler, readJson, sendJson, sendText } from "./http.ts";
import { checkNamespace, type Namespaces } from "./namespaces.ts";
import { answerObjects, OBJECTS_PATH } from "./objects-api.ts";
import { asObject } from "./protocol.ts";
import type { Streams } from "./streams.ts";

export type AdminApi = {
  namespaces: Namespaces;
  streams: Streams;
  authToken: string | undefined;
  /** The file store, once it is attached. */
  store(): ObjectStore | undefined;
  /** Databases whose logs could not be shipped at the last try. */
  unshipped(): number;
};

const MAX_BODY_BYTES = 10_000;
const NAMESPACES = "/v1/namespaces";
/** Our own: sqld ships no logs. */
const LOG_SHIPPING_PATH = "/v1/log-shipping";

/** sqld's options for a new or copied namespace that mean something else than an empty or a plain copy. */
const UNSUPPORTED = ["dump_url", "shared_schema", "shared_schema_name"];
/** As sqld writes it: UTC without a zone; with one it is understood too. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z?$/;

/** What may be asked of a new or copied namespace. */
async function readOptions(request: IncomingMessage): Promise<{ at: number | undefined }> {
  if (Number(request.headers["content-length"] ?? 0) === 0 && !request.headers["transfer-encoding"])
    return { at: undefined };
  const body = asObject(await readJson(request, MAX_BODY_BYTES), "the request");
  const unsupported = UNSUPPORTED.find((option) => body[option]);
  if (unsupported) throw new HttpError(400, `\`${unsupported}\` is not supported`);
  const { timestamp } = body;
  if (timestamp === undefined || timestamp === null) return { at: undefined };
  if (typeof timestamp !== "string" || !TIMESTAMP.test(timestamp))
    throw new HttpError(400, "Invalid timestamp");
  return { at: Date.parse(timestamp.endsWith("Z") ? timestamp : `${timestamp}Z`) };
}

function nameIn(segment: string): string {
  try {
    return checkNamespace(decodeURIComponent(segment));
  } catch {
    throw new HttpError(400, "Invalid namespace");
  }
}

/** What is answered where the path names something to do; null where it does not. */
async function act(api: AdminApi, request: IncomingMessage, path: string): Promise<object | null> {
  const [name = "", verb, to, ...more] = path.split("/");
  if (more.length > 0) return null;
  const isPost = request.method === "POST";
  if (isPost && verb === "create" && to === undefined) {
    const { at } = await readOptions(request);
    if (at !== undefined) throw new HttpError(400, "`timestamp` is not supported");
    api.namespaces.create(nameIn(name));
  } else if (isPost && verb === "fork" && to !== undefined) {
    const { at } = await readOptions(request);
    if (at === undefined) await api.namespaces.fork(nameIn(name), nameIn(to));
    else return { moment: new Date(await api.namespaces.forkAt(nameIn(name), nameIn(to), at)) };
  } else if (request.method === "DELETE" && verb === undefined) {
    const namespace = nameIn(name);
    await api.namespaces.delete(namespace, () => api.streams.closeAll(namespace));
  } else return null;
  return {};
}

/** Answers sqld's admin API for namespaces: create, delete, fork, config; and, our own, the list of them, the file store and how log shipping goes. */
export function adminHandler(api: AdminApi): Handler {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    // sqld's admin port takes its key by the scheme "basic", as it is.
    checkToken(request, api.authToken, ["bearer", "basic"]);
    if (path === OBJECTS_PATH || path.startsWith(`${OBJECTS_PATH}/`))
      return answerObjects(api.store(), request, response);
    if (request.method === "GET" && path === NAMESPACES) {
      return sendJson(response, 200, { namespaces: api.namespaces.list() });
    }
    if (request.method === "GET" && path === LOG_SHIPPING_PATH)
      return sendJson(response, 200, { unshipped: api.unshipped() });
    const [, wanted] = /^\/v1\/namespaces\/([^/]+)\/config$/.exec(path) ?? [];
    if (request.method === "GET" && wanted) {
      api.namespaces.get(nameIn(wanted));
      return sendJson(response, 200, { block_reads: false, block_writes: false, block_reason: null });
    }
    const isKnown = path.startsWith(`${NAMESPACES}/`);
    const done = isKnown ? await act(api, request, path.slice(NAMESPACES.length + 1)) : null;
    if (done && Object.keys(done).length > 0) sendJson(response, 200, done);
    else sendText(response, done ? 200 : 404, "");
  };
}
