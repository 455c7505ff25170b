const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Does a change come from somewhere else? `Origin` equal to the public address passes; another or `null` does not; none
 * at all passes only for programs, which send no `Sec-Fetch-Site` either.
 */
export function isCrossOrigin(request: Request, url: URL): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const origin = request.headers.get("origin");
  if (origin !== null) return origin !== url.origin;
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin";
}
