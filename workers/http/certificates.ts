import type { BaseCtx } from "#app/context.ts";
import { siteOf } from "./public-url.ts";
import { findTenant } from "./tenants.ts";

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * `GET /sertifikat?domain=...`: may the proxy before Balai get a certificate for this name? 200 for portal, file host
 * and villages, else 404; says nothing that opening the host would not say.
 */
export async function answerCertificate(base: BaseCtx, url: URL, cacheSeconds: number): Promise<Response> {
  const domain = (url.searchParams.get("domain") ?? "").toLowerCase();
  const isKnown = HOST_NAME.test(domain) && (await isOwn(base, domain, cacheSeconds));
  return new Response(isKnown ? "ya\n" : "tidak\n", {
    status: isKnown ? 200 : 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

async function isOwn(base: BaseCtx, domain: string, cacheSeconds: number): Promise<boolean> {
  const baseHost = base.config.baseHost.replace(/:\d+$/, "");
  if (siteOf(domain, baseHost).kind !== "village") return true;
  return (await findTenant(base.directory, domain, Date.now(), cacheSeconds)) !== null;
}
