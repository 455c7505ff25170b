import type { SiteConfig } from "#app/context.ts";
import { readCookie, setCookie } from "./cookies.ts";

/** A link just made, for the page that shows it once: kept out of addresses and of the browser's history. */
const LINK_COOKIE = "tautan";
const LINK_SECONDS = 15 * 60;

/** Headers that carry a new link's token, or a code, to the page that shows it. */
export function linkHeaders(config: SiteConfig, token: string | null): Headers {
  const headers = new Headers();
  if (token) headers.append("set-cookie", setCookie(config, LINK_COOKIE, token, LINK_SECONDS));
  return headers;
}

/** What `linkHeaders` left, whosever it is: the page compares it with its own record. */
export function readLinkToken(config: SiteConfig, request: Request): string | null {
  const token = readCookie(config, request, LINK_COOKIE);
  return token && /^[a-z2-9-]{12,40}$/.test(token) ? token : null;
}
