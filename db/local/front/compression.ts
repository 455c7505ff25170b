import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import type { Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

const TEXT =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|geo\+json|ld\+json|atom\+xml|rss\+xml)|image\/svg\+xml)/;
/** Smaller answers grow rather than shrink. */
const MIN_BYTES = 600;
/** Between gzip's best and brotli's: a page of 50 KB takes about 1 ms. */
const BROTLI_QUALITY = 5;

/** How the front will send an answer's body. */
export interface Encoding {
  headers: OutgoingHttpHeaders;
  /** Null where the body goes as it is. */
  through: Transform | null;
}

/** Chooses brotli, gzip or nothing for an answer and changes its headers to match. */
export function encode(
  request: IncomingMessage,
  answer: IncomingMessage,
  headers: OutgoingHttpHeaders,
): Encoding {
  if (!isCompressible(answer)) return { headers, through: null };
  const varied = { ...headers, vary: withAcceptEncoding(answer.headers.vary) };
  const name = acceptedEncoding(String(request.headers["accept-encoding"] ?? ""));
  if (name === null || isBodyless(request, answer)) return { headers: varied, through: null };
  const { "content-length": _length, "accept-ranges": _ranges, ...rest } = varied;
  const etag = answer.headers.etag;
  if (etag && !etag.startsWith("W/")) rest.etag = `W/${etag}`;
  return {
    headers: { ...rest, "content-encoding": name },
    through: name === "br" ? brotli() : createGzip(FLUSHING),
  };
}

/** What is written is sent: a page that streams must not wait for the rest of itself. */
const FLUSHING = { flush: constants.Z_SYNC_FLUSH, level: 6 };

function brotli(): Transform {
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
  });
}

function isCompressible({ statusCode = 200, headers }: IncomingMessage): boolean {
  if (headers["content-encoding"] || headers["content-range"] || statusCode === 206) return false;
  if (/\bno-transform\b/.test(headers["cache-control"] ?? "")) return false;
  const length = headers["content-length"];
  return TEXT.test(headers["content-type"] ?? "") && (length === undefined || Number(length) >= MIN_BYTES);
}

function isBodyless(request: IncomingMessage, answer: IncomingMessage): boolean {
  return request.method === "HEAD" || answer.statusCode === 204 || answer.statusCode === 304;
}

function acceptedEncoding(accepted: string): "br" | "gzip" | null {
  const names = accepted
    .toLowerCase()
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  if (names.includes("br")) return "br";
  return names.includes("gzip") || names.includes("*") ? "gzip" : null;
}

function withAcceptEncoding(vary: string | undefined): string {
  if (!vary) return "Accept-Encoding";
  return /accept-encoding|\*/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}
