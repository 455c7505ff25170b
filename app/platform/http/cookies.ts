import type { SiteConfig } from "#app/context.ts";

/** Name of a cookie: `__Host-` and Secure on https; bare on http, where browsers refuse both (local only). */
export function cookieName(config: SiteConfig, name: string): string {
  return config.publicScheme === "https" ? `__Host-${name}` : name;
}

/** Reads one cookie of a request, or null. */
export function readCookie(config: SiteConfig, request: Request, name: string): string | null {
  const wanted = cookieName(config, name);
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === wanted) return decode(value.join("="));
  }
  return null;
}

/**
 * A Set-Cookie value: host-only, HttpOnly, SameSite=Lax.
 * @param maxAgeSeconds life; 0 removes the cookie
 */
export function setCookie(config: SiteConfig, name: string, value: string, maxAgeSeconds: number): string {
  const secure = config.publicScheme === "https" ? "; Secure" : "";
  const pair = `${cookieName(config, name)}=${encodeURIComponent(value)}`;
  return `${pair}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
