import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** Headers between two neighbours only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
]);

/** Miniflare's own, Cloudflare's and proxies' headers: whoever sends them here is guessing. */
const CLAIMED = /^(mf-|cf-|x-forwarded-|forwarded$|x-real-ip$|true-client-ip$|cdn-loop$)/;

/**
 * Headers of a request as the worker gets them: without what a client may not claim, with its true address.
 * @param address the client's, as createAddressReader found it
 */
export function inwardHeaders(headers: IncomingHttpHeaders, address: string): OutgoingHttpHeaders {
  const named = connectionNames(headers.connection);
  const kept = Object.entries(headers).filter(
    ([name]) => !HOP_BY_HOP.has(name) && !CLAIMED.test(name) && !named.has(name),
  );
  // Said anew for every method: Node frames the body of a GET only when told to.
  const framing = headers["transfer-encoding"] ? { "transfer-encoding": "chunked" } : {};
  return { ...Object.fromEntries(kept), ...framing, "cf-connecting-ip": address };
}

/** Headers of an answer as the client gets them. */
export function outwardHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !/^(mf|cf)-/.test(name));
  return Object.fromEntries(kept);
}

/** A client may name further headers that end here; content-length and host stay, or framing would change. */
function connectionNames(connection: string | undefined): Set<string> {
  const names = (connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  return new Set(names.filter((name) => !["host", "content-length", "cookie", "origin"].includes(name)));
}
