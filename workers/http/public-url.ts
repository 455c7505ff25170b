import { isReadableAddress } from "#app/platform/http/readable-text.ts";

/** Which of Balai's sites a host is. */
export type Site = { kind: "portal" } | { kind: "files" } | { kind: "village" };

/**
 * The address as people typed it: scheme from the configuration, host from the Host header. Everything behind this
 * (React Router's own origin check included) sees this address only.
 * @returns null where the Host header is missing or malformed, or the address holds what no page can read (NUL)
 */
export function publicUrlOf(request: Request, scheme: string): URL | null {
  const inner = new URL(request.url);
  const host = request.headers.get("host") ?? inner.host;
  if (!/^[a-z0-9.-]+(:\d{1,5})?$/i.test(host)) return null;
  if (!isReadableAddress(inner.pathname + inner.search)) return null;
  try {
    return new URL(`${scheme}://${host.toLowerCase()}${inner.pathname}${inner.search}`);
  } catch {
    return null;
  }
}

/** Portal, file host, or else a village's host (known or not). */
export function siteOf(host: string, baseHost: string): Site {
  if (host === baseHost) return { kind: "portal" };
  if (host === `berkas.${baseHost}`) return { kind: "files" };
  return { kind: "village" };
}
