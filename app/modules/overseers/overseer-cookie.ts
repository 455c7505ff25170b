import type { SiteConfig } from "#app/context.ts";
import { setCookie } from "#app/platform/http/cookies.ts";
import { type OversightKind, oversightBase } from "#app/platform/overseer.ts";

/** Cookie of people above the villages, on the portal's host alone. */
export const OVERSEER_COOKIE = "sesi-pengawas";
/** A working day: whoever sees all villages signs in anew each morning. */
export const OVERSEER_SESSION_SECONDS = 12 * 3_600;

/** Headers of an answer that starts a session above the villages. */
export function overseerHeaders(config: SiteConfig, token: string): Headers {
  return new Headers({ "set-cookie": setCookie(config, OVERSEER_COOKIE, token, OVERSEER_SESSION_SECONDS) });
}

/** Headers of an answer that ends it. */
export function noOverseerHeaders(config: SiteConfig): Headers {
  return new Headers({ "set-cookie": setCookie(config, OVERSEER_COOKIE, "", 0) });
}

/** Where to go after signing in: an address of the own office on this host, else its home. Never another site. */
export function safeOversightNext(kind: OversightKind, next: string | null | undefined): string {
  const base = oversightBase(kind);
  const isOwn = next === base || next?.startsWith(`${base}/`) || next?.startsWith(`${base}?`);
  return next && isOwn && /^\/[\w\-./?=&%:]*$/.test(next) && !next.includes("//") ? next : base;
}
