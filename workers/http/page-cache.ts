import type { BaseCtx, Tenant } from "#app/context.ts";

/** Public pages are kept at the edge this long; a change by this isolate shows at once, elsewhere within it. */
const PAGE_CACHE_SECONDS = 30;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Raised by each change that passes through this isolate. */
const versions = new Map<string, number>();

/**
 * Answers a public page from the edge cache where it can. Only anonymous GETs outside office, resident and sign-in
 * pages count; the key holds the village's epoch and version, so that suspension and changes make a new page.
 */
export async function answerCached(
  request: Request,
  url: URL,
  tenant: Tenant,
  base: BaseCtx,
  render: () => Promise<Response>,
): Promise<Response> {
  if (!SAFE_METHODS.has(request.method)) return renderChange(tenant, render);
  if (request.method !== "GET" || !isPublicPage(request, url)) return render();
  const key = new Request(
    `${url.origin}/__halaman/${tenant.epoch}/${versions.get(tenant.villageId) ?? 0}${url.pathname}`,
  );
  const cache = (caches as unknown as { default: Cache }).default;
  const kept = await cache.match(key);
  if (kept) return new Response(kept.body, kept);
  const fresh = await render();
  if (fresh.status === 200 && !fresh.headers.has("set-cookie")) {
    const copy = new Response(fresh.clone().body, fresh);
    copy.headers.set("cache-control", `public, max-age=${PAGE_CACHE_SECONDS}`);
    base.afterwards(cache.put(key, copy));
  }
  return fresh;
}

async function renderChange(tenant: Tenant, render: () => Promise<Response>): Promise<Response> {
  const response = await render();
  if (response.status < 400) versions.set(tenant.villageId, (versions.get(tenant.villageId) ?? 0) + 1);
  return response;
}

// The router finds a page however its address is written (`/KANTOR`), so the address alone must not decide: whoever
// carries a session or a flash neither fills the cache nor reads it.
function isPublicPage(request: Request, url: URL): boolean {
  const path = url.pathname.toLowerCase();
  // One address a page: otherwise a stranger fills the cache with as many copies as he can think of spellings.
  if (url.search !== "" || path !== url.pathname || /\/\/|%/.test(path)) return false;
  if (/^\/(kantor|warga|masuk|keluar|undangan)(\/|$)/.test(path)) return false;
  return !/(?:^|[;\s-])(?:sesi|kabar)=/.test(request.headers.get("cookie") ?? "");
}
