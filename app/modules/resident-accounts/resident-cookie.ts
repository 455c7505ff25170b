import type { SiteConfig } from "#app/context.ts";
import { setCookie } from "#app/platform/http/cookies.ts";
import { RESIDENT_COOKIE } from "#app/platform/http/session-cookie.ts";
import { SESSION_TTL_SECONDS } from "#app/platform/sessions/sessions.ts";

/** Headers that let a resident in, or out where the token is null. */
export function residentHeaders(config: SiteConfig, token: string | null): Headers {
  const life = token === null ? 0 : SESSION_TTL_SECONDS;
  return new Headers({ "set-cookie": setCookie(config, RESIDENT_COOKIE, token ?? "", life) });
}
