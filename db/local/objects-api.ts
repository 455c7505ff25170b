import type { IncomingMessage, ServerResponse } from "node:http";
import type { ObjectStore } from "../object-store.ts";
import { HttpError } from "./errors.ts";
import { readBytes, sendJson, sendText } from "./http.ts";

/** Where the file store of this machine answers, on the admin port: one process alone may have it open. */
export const OBJECTS_PATH = "/v1/objects";

/** A part of a backup and some more. */
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

/**
 * Answers for the file store that is attached to the server, so that commands reach it while Balai runs:
 * `GET /v1/objects?prefix=&after=` lists, `GET|PUT|DELETE /v1/objects/{key}` reads, writes, removes one.
 */
export async function answerObjects(
  store: ObjectStore | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!store) throw new HttpError(404, "No file store is attached");
  const url = new URL(request.url ?? "/", "http://objects");
  const key = decodeURIComponent(url.pathname.slice(OBJECTS_PATH.length + 1));
  if (key === "") {
    if (request.method !== "GET") return sendText(response, 405, "");
    const page = await store.list(
      url.searchParams.get("prefix") ?? "",
      url.searchParams.get("after") ?? undefined,
    );
    return sendJson(response, 200, page);
  }
  if (request.method === "GET") return sendObject(store, key, response);
  if (request.method === "PUT") {
    const mediaType = request.headers["content-type"] ?? "application/octet-stream";
    await store.put(key, new Uint8Array(await readBytes(request, MAX_OBJECT_BYTES)), mediaType);
  } else if (request.method === "DELETE") await store.delete(key);
  else return sendText(response, 405, "");
  sendText(response, 200, "");
}

async function sendObject(store: ObjectStore, key: string, response: ServerResponse): Promise<void> {
  const found = await store.get(key);
  if (!found) return sendText(response, 404, "");
  response.writeHead(200, { "content-type": found.mediaType }).end(found.bytes);
}
