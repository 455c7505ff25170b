import { bytesToHex } from "#app/platform/ids.ts";
import { readListing } from "./s3-listing.ts";
import { encodeStrictly, signRequest } from "./sigv4.ts";
import type { FileStore } from "./store.ts";

/** An S3-compatible store (MinIO, Ceph, a provider in the country), addressed by path. */
export interface S3Settings {
  /** Base address without the bucket, e.g. `https://s3.contoh.id`. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Vars and secrets as the worker binds them or a command finds them. */
export interface S3Vars {
  FILES_S3_ENDPOINT?: string;
  FILES_S3_REGION?: string;
  FILES_S3_BUCKET?: string;
  FILES_S3_KEY_ID?: string;
  FILES_S3_SECRET?: string;
}

const TIMEOUT_MS = 30_000;

/**
 * The store that `FILES_S3_ENDPOINT`, `_REGION`, `_BUCKET`, `_KEY_ID` and `_SECRET` name.
 * @returns null where none of them is set, `incomplete` where some are
 */
export function readS3Settings(vars: S3Vars): S3Settings | "incomplete" | null {
  const settings = {
    endpoint: vars.FILES_S3_ENDPOINT ?? "",
    region: vars.FILES_S3_REGION ?? "",
    bucket: vars.FILES_S3_BUCKET ?? "",
    accessKeyId: vars.FILES_S3_KEY_ID ?? "",
    secretAccessKey: vars.FILES_S3_SECRET ?? "",
  };
  const given = Object.values(settings).filter((value) => value !== "").length;
  if (given === 0) return null;
  return given === Object.keys(settings).length ? settings : "incomplete";
}

/**
 * File store on an S3-compatible service. A put arrives whole or not at all: the body's hash is part of the signature.
 * @param now the present; stores refuse a signature that is more than 15 minutes off
 * @throws Error where the store answers anything but what was asked for (status and key are in its message)
 */
export function createS3Store(settings: S3Settings, now: () => Date): FileStore {
  const send = (method: string, key: string, body?: Uint8Array, mediaType?: string) =>
    sendSigned(settings, now(), { method, url: addressOf(settings, key), body, mediaType });
  return {
    put: async (key, bytes, mediaType) => {
      const answer = await send("PUT", key, bytes, mediaType);
      await answer.body?.cancel();
      if (!answer.ok) throw failed("put", key, answer);
    },
    get: async (key) => {
      const answer = await send("GET", key);
      if (answer.status === 404) return missing(key, answer);
      if (!answer.ok) throw failed("get", key, answer);
      const mediaType = answer.headers.get("content-type") ?? "application/octet-stream";
      return { bytes: new Uint8Array(await answer.arrayBuffer()), mediaType };
    },
    delete: async (key) => {
      const answer = await send("DELETE", key);
      await answer.body?.cancel();
      if (!answer.ok && answer.status !== 404) throw failed("delete", key, answer);
    },
    list: async (prefix, after) => {
      const url = addressOf(settings, "");
      const asked = { "list-type": "2", "encoding-type": "url", prefix, "start-after": after ?? "" };
      url.search = strictQuery(asked);
      const answer = await sendSigned(settings, now(), { method: "GET", url });
      if (!answer.ok) throw failed("list", prefix, answer);
      return readListing(await answer.text());
    },
  };
}

function addressOf(settings: S3Settings, key: string): URL {
  const path = [settings.bucket, ...(key ? key.split("/") : [])].map(encodeStrictly).join("/");
  return new URL(path, settings.endpoint.endsWith("/") ? settings.endpoint : `${settings.endpoint}/`);
}

/** Spaces as %20, as they are signed: URLSearchParams would send a plus. */
function strictQuery(asked: Record<string, string>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== "");
  return given.map(([name, value]) => `${name}=${encodeStrictly(value)}`).join("&");
}

interface Sent {
  method: string;
  url: URL;
  body?: Uint8Array;
  mediaType?: string;
}

async function sendSigned(settings: S3Settings, now: Date, sent: Sent): Promise<Response> {
  const { method, url, mediaType } = sent;
  const bytes = new Uint8Array(sent.body ?? []);
  const payloadHash = bytesToHex(await crypto.subtle.digest("SHA-256", bytes));
  const headers: Record<string, string> = { "x-amz-content-sha256": payloadHash };
  if (mediaType) headers["content-type"] = mediaType;
  const signed = await signRequest(
    { method, url, headers, payloadHash },
    { ...settings, service: "s3" },
    now,
  );
  return fetch(url, {
    method,
    headers: signed,
    body: method === "PUT" ? bytes : undefined,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

/** A missing file is an answer, a missing bucket a mistake of the configuration. */
async function missing(key: string, answer: Response): Promise<null> {
  if ((await answer.text()).includes("NoSuchBucket")) throw failed("get", key, answer);
  return null;
}

function failed(what: string, key: string, answer: Response): Error {
  return new Error(`file store refused to ${what} ${key}: ${answer.status}`);
}
