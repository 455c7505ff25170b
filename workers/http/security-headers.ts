import type { SiteConfig } from "#app/context.ts";

/** Headers that every answer carries. Styles and scripts come from our own host only, never from the page itself. */
export function addSecurityHeaders(headers: Headers, url: URL, config: SiteConfig): void {
  const { publicScheme, baseHost } = config;
  const files = `${publicScheme}://berkas.${baseHost}`;
  const isPortal = url.host === baseHost;
  const formTargets = isPortal ? `'self' ${publicScheme}://*.${baseHost}` : "'self'";
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    `img-src 'self' data: blob: ${files}`,
    `form-action ${formTargets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", policy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(self), geolocation=(self), microphone=()");
  if (publicScheme === "https")
    headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
}
