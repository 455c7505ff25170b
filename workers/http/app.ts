import * as serverBuild from "virtual:react-router/server-build";
import { Hono } from "hono";
import { createRequestHandler, RouterContextProvider } from "react-router";
import { type BaseCtx, type RequestCtx, requestCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { createLog } from "#app/platform/log.ts";
import { buildBaseCtx, buildPortalCtx, buildVillageCtx, type Env, type Surroundings } from "../bindings.ts";
import { tellRunningCode } from "../running-code.ts";
import { answerCertificate } from "./certificates.ts";
import { ensureMigrated } from "./ensure-migrated.ts";
import { answerFile } from "./files.ts";
import { answerFloor } from "./floor.ts";
import { answerHealth } from "./health.ts";
import { answerMetrics } from "./metrics.ts";
import { isCrossOrigin } from "./origin.ts";
import { answerOutage, RETRY_AFTER_SECONDS } from "./outage.ts";
import { answerCached } from "./page-cache.ts";
import { plainPage } from "./plain-page.ts";
import { publicUrlOf, siteOf } from "./public-url.ts";
import { readOn } from "./read-on.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { findTenant, forgetTenant } from "./tenants.ts";

const renderPage = createRequestHandler(serverBuild, "production");

interface Variables {
  url: URL;
  around: Surroundings;
  base: BaseCtx;
}

/** From request to page, in the order in which things are decided. */
export const httpApp = new Hono<{ Bindings: Env; Variables: Variables }>();

httpApp.use(async (c, next) => {
  const requestId = newId(new Date());
  const url = publicUrlOf(c.req.raw, c.env.PUBLIC_SCHEME);
  if (!url) return plainPage(400, "Alamat tidak terbaca", "Alamat yang diminta tidak lengkap.");
  const address = c.req.header("cf-connecting-ip") ?? "unknown";
  const around = { env: c.env, execution: c.executionCtx, requestId, address, roundTrips: { count: 0 } };
  c.set("url", url);
  c.set("around", around);
  c.set("base", await buildBaseCtx(around));
  tellRunningCode(c.get("base"), c.executionCtx);
  const body = readOn(c.req.raw);
  c.req.raw = body.request;
  await next();
  await body.rest();
  addSecurityHeaders(c.res.headers, url, c.get("base").config);
  if (c.res.status === 503 && !c.res.headers.has("retry-after")) c.header("retry-after", RETRY_AFTER_SECONDS);
  c.header("x-request-id", requestId);
  if (c.env.ENVIRONMENT !== "production") c.header("server-timing", `db;desc="${around.roundTrips.count}"`);
});

httpApp.get(
  "/favicon.ico",
  () => new Response(null, { status: 204, headers: { "cache-control": "max-age=86400" } }),
);

httpApp.get("/healthz", (c) => answerHealth(c.get("base"), c.get("around"), c.get("url")));

httpApp.get("/sertifikat", (c) =>
  answerCertificate(c.get("base"), c.get("url"), Number(c.env.TENANT_CACHE_SECONDS)),
);

httpApp.get("/metrics", async (c, next) => {
  return (await answerMetrics(c.get("base"), c.env, c.req.raw, c.get("url"))) ?? next();
});

httpApp.get("/__lantai", async (c, next) => {
  return (await answerFloor(c.get("base"), c.get("around"), c.get("url"))) ?? next();
});

httpApp.all("*", async (c) => {
  const url = c.get("url");
  const base = c.get("base");
  const site = siteOf(url.host, c.env.BASE_HOST);
  if (site.kind === "files") return answerFile(c.req.raw, url, base, c.env);
  if (isTwin(url.pathname)) return plainPage(404, "Tidak ditemukan", "Halaman yang Anda tuju tidak ada.");
  if (isCrossOrigin(c.req.raw, url))
    return plainPage(
      403,
      "Kiriman ditolak",
      "Formulir ini tidak dikirim dari halaman Balai. Buka halamannya, lalu kirim lagi.",
    );
  if (site.kind === "portal") return render(c.req.raw, portalUrl(url), buildPortalCtx(base, c.env));
  const tenant = await findTenant(
    base.directory,
    url.hostname,
    Date.now(),
    Number(c.env.TENANT_CACHE_SECONDS),
  );
  if (!tenant) return unknownVillage(url, base);
  const current = await ensureMigrated(base, tenant);
  if (!current)
    return plainPage(
      503,
      "Sedang diperbarui",
      "Data desa ini sedang diperbarui. Silakan coba lagi satu menit lagi.",
      { headers: { "retry-after": "60" } },
    );
  const answer = await answerCached(c.req.raw, url, current, base, () =>
    render(c.req.raw, url, buildVillageCtx(base, c.get("around"), current)),
  );
  // Its database was moved away, or is on its way: the directory knows where it is.
  if (answer.status === 503) forgetTenant(url.hostname);
  return answer;
});

httpApp.onError((error, c) => {
  const requestId = c.get("around")?.requestId ?? newId(new Date());
  // Without its surroundings a request has no log yet: a configuration that can't be read, say.
  const log = c.get("base")?.log ?? createLog({ requestId });
  log.error("request.failed", error);
  return answerOutage(error, c.req.raw, requestId);
});

function unknownVillage(url: URL, { config }: BaseCtx): Response {
  const sentence = `Belum ada desa di alamat ${url.hostname}. Periksa ejaan alamatnya, atau cari desa Anda di halaman depan Balai.`;
  const link = { href: `${config.publicScheme}://${config.baseHost}/`, label: "Cari desa" };
  return plainPage(404, "Desa tidak ditemukan", sentence, { link });
}

/** React Router's data twins are closed: no page of Balai runs its client. */
function isTwin(pathname: string): boolean {
  return pathname.endsWith(".data") || pathname.startsWith("/__");
}

/** The portal's start page has an address of its own in the route tables, since `/` is the village's. */
function portalUrl(url: URL): URL {
  if (url.pathname !== "/") return url;
  const start = new URL(url);
  start.pathname = "/portal";
  return start;
}

function render(request: Request, url: URL, ctx: RequestCtx): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(requestCtx, ctx);
  return renderPage(new Request(url, request), context);
}
