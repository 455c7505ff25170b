import { data, type MiddlewareFunction, redirect } from "react-router";
import {
  type OfficeFrame,
  officeFrame,
  type PortalCtx,
  type ResidentFrame,
  requestCtx,
  residentFrame,
  type VillageCtx,
} from "./context.ts";
import { loadActor } from "./modules/accounts/load-actor.server.ts";
import { loadOverseer } from "./modules/overseers/load-overseer.server.ts";
import { OVERSEER_COOKIE } from "./modules/overseers/overseer-cookie.ts";
import { touchOverseerSession } from "./modules/overseers/overseer-session.server.ts";
import { loadResidentAccount } from "./modules/resident-accounts/load-resident-account.server.ts";
import { touchResidentSession } from "./modules/resident-accounts/resident-session.server.ts";
import { readCookie } from "./platform/http/cookies.ts";
import { type ErrorPage, respondTo, signInAddress } from "./platform/http/errors.ts";
import { clearFlash, readFlash } from "./platform/http/flash.ts";
import { lockedAnswer, signedOutAnswer } from "./platform/http/kept-form.ts";
import { isPrefetch, logOpening } from "./platform/http/log-opening.ts";
import { officeFacts } from "./platform/http/office-facts.ts";
import { readForm } from "./platform/http/read-form.ts";
import { type OwnedRoute, siteOf, worksWhileSuspended } from "./platform/http/route-spec.ts";
import { RESIDENT_COOKIE, SESSION_COOKIE } from "./platform/http/session-cookie.ts";
import { typedFields } from "./platform/http/typed-fields.ts";
import { MOVING_ANSWER, movingPage } from "./platform/moving.ts";
import { type Overseer, oversightBase } from "./platform/overseer.ts";
import { isLocked } from "./platform/sessions/idle-lock.ts";
import { readSessionToken, touchSession } from "./platform/sessions/sessions.ts";
import { isModuleOn } from "./registry.ts";
import { routeTable } from "./route-table.ts";

const byPattern = new Map(routeTable.map((route) => [route.address, route]));

type Middleware = MiddlewareFunction<Response>;

/**
 * Runs before every loader and action: finds the matched address in the route tables and lets nobody pass whom they do
 * not name. Layout loaders run beside the page's and guard nothing. A failure of its own is answered as a page's is.
 */
export const guard: Middleware = async (args, next) => {
  try {
    return await letThrough(args, next);
  } catch (error) {
    const form = error instanceof Error ? await readForm(args.request).catch(() => null) : null;
    throw respondTo(error, args.context.get(requestCtx), args.url, null, form);
  }
};

const letThrough = async (
  { request, context, params, pattern, url }: Parameters<Middleware>[0],
  next: Parameters<Middleware>[1],
): Promise<Response> => {
  const ctx = context.get(requestCtx);
  const route = byPattern.get(pattern);
  if (
    !route ||
    siteOf(route) !== ctx.site ||
    (route.developmentOnly && ctx.config.environment === "production")
  ) {
    throw problem(404, "Tidak ditemukan", "Halaman yang Anda tuju tidak ada.");
  }
  if (ctx.site === "village") {
    refusePublicPage(ctx, route);
    if (route.permission === "resident") {
      const signedIn = await requireResident(ctx, request, url, route);
      context.set(requestCtx, { ...ctx, resident: signedIn.resident });
      context.set(residentFrame, signedIn);
    } else if (route.permission !== "public") {
      const signedIn = await requireSignedIn(ctx, request, url, route);
      context.set(requestCtx, { ...ctx, actor: signedIn.actor });
      context.set(officeFrame, signedIn);
    }
    const office = officeFacts(context.get(requestCtx), context.get(officeFrame), url.pathname);
    await refuseWrite(ctx, route, request, office);
  } else if (route.permission !== "public") {
    context.set(requestCtx, { ...ctx, overseer: await requireOverseer(ctx, request, url, route) });
  }
  if (route.logsAccess && isPrefetch(request))
    throw problem(403, "Tidak diizinkan", "Halaman ini hanya dibuka bila Anda memintanya.");
  const response = await next();
  if (route.logsAccess)
    await logOpening(context.get(requestCtx), route, params, request.method, response.status);
  // A script that follows a form's redirect shows nothing: the sentence is for the page that comes after.
  const isShown = request.method === "GET" && request.headers.get("sec-fetch-dest") !== "empty";
  if (isShown && readFlash(ctx.config, request) !== null) {
    response.headers.append("set-cookie", clearFlash(ctx.config));
  }
  return response;
};

/** What everybody may see of a village hangs on who stands behind it. */
function refusePublicPage({ tenant, config }: VillageCtx, route: OwnedRoute): void {
  const isPublic = route.layout === "village" || route.permission === "resident";
  if (!isPublic || route.beforeVerification) return;
  if (tenant.isSuspended) throw data({ kind: "suspended" }, { status: 403 });
  if (tenant.isVerified) return;
  const { publicScheme, baseHost } = config;
  const contestHref = `${publicScheme}://${baseHost}/sanggah?kode=${tenant.regionCode}`;
  throw data({ kind: "unverified", contestHref }, { status: 200 });
}

/** A village that is suspended, or on its way to another home, is read and not changed; what was typed comes back. */
async function refuseWrite(
  { tenant, now }: VillageCtx,
  route: OwnedRoute,
  request: Request,
  office: ErrorPage["office"],
): Promise<void> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (tenant.movingSince && (!isRead || route.logsAccess)) {
    const form = isRead ? null : await readForm(request).catch(() => new FormData());
    throw data({ ...movingPage(tenant, now, form), office }, MOVING_ANSWER);
  }
  if (!tenant.isSuspended || isRead || worksWhileSuspended(route)) return;
  const sentence =
    "Desa ini sedang ditangguhkan. Datanya dapat dibaca dan diunduh, tetapi tidak dapat diubah.";
  const title = "Desa ditangguhkan";
  throw data({ kind: "problem", title, sentence, typed: await typedIn(request) }, { status: 403 });
}

async function typedIn(request: Request) {
  try {
    return typedFields(await readForm(request));
  } catch {
    return [];
  }
}

async function requireSignedIn(
  ctx: VillageCtx,
  request: Request,
  url: URL,
  route: OwnedRoute,
): Promise<OfficeFrame> {
  const token = readSessionToken(readCookie(ctx.config, request, SESSION_COOKIE));
  const signedIn = token ? await loadActor(ctx, token) : null;
  if (!signedIn) throw await signedOutAnswer(request, signInAddress(url));
  if (signedIn.session.owesSecondFactor !== (route.permission === "second-factor"))
    throw redirect(signedIn.session.owesSecondFactor ? factorAddress("/masuk/kode", url) : "/kantor", {
      status: 303,
    });
  if (route.permission === "second-factor" || route.permission === "signed-in") return signedIn;
  if (isLocked(signedIn.session, ctx.now)) throw await lockedAnswer(request, url);
  const office = officeFacts(ctx, signedIn, url.pathname);
  if (!office) throw noPosition();
  if (!signedIn.actor.permissions.has(route.permission)) {
    throw problem(403, "Tidak diizinkan", "Jabatan Anda tidak berwenang membuka halaman ini.", { office });
  }
  if (route.module && !isModuleOn(route.module, signedIn.switches)) {
    throw data({ kind: "switched-off", module: route.module, office }, { status: 200 });
  }
  if (!ctx.tenant.movingSince) ctx.afterwards(touchSession(ctx.db, signedIn.session, ctx.now));
  return signedIn;
}

/** A resident's own pages: his session and nobody else's, and only while the village keeps them open. */
async function requireResident(
  ctx: VillageCtx,
  request: Request,
  url: URL,
  route: OwnedRoute,
): Promise<ResidentFrame> {
  const token = readSessionToken(readCookie(ctx.config, request, RESIDENT_COOKIE));
  const signedIn = token ? await loadResidentAccount(ctx, token) : null;
  if (!signedIn) throw await signedOutAnswer(request, signInAddress(url));
  const needed = route.module ? [route.module, "resident-accounts"] : [];
  if (!needed.every((key) => isModuleOn(key, signedIn.switches))) {
    const back = { href: "/", label: "Ke halaman depan desa" };
    throw problem(403, "Sedang tidak dibuka", "Kantor desa sedang tidak membuka layanan ini.", { back });
  }
  if (!ctx.tenant.movingSince) ctx.afterwards(touchResidentSession(ctx.db, signedIn.session, ctx.now));
  return signedIn;
}

async function requireOverseer(
  ctx: PortalCtx,
  request: Request,
  url: URL,
  route: OwnedRoute,
): Promise<Overseer> {
  const token = readSessionToken(readCookie(ctx.config, request, OVERSEER_COOKIE));
  const signedIn = token ? await loadOverseer(ctx, token) : null;
  if (!signedIn) throw redirect(signInAddress(url), { status: 303 });
  const { overseer, session } = signedIn;
  const base = oversightBase(overseer.kind);
  if (overseer.owesSecondFactor !== (route.permission === "second-factor"))
    throw redirect(overseer.owesSecondFactor ? factorAddress(`${base}/masuk/kode`, url) : base, {
      status: 303,
    });
  const isOpen = route.permission === "second-factor" || route.permission === "signed-in";
  if (!isOpen && !overseer.permissions.has(route.permission))
    throw problem(403, "Tidak diizinkan", "Akun Anda tidak berwenang membuka halaman ini.");
  ctx.afterwards(touchOverseerSession(ctx, session));
  return overseer;
}

/** Where the second factor is asked for; after it the person goes on to where he wanted. */
function factorAddress(page: string, url: URL): string {
  return `${page}?next=${encodeURIComponent(url.pathname + url.search)}`;
}

/** Without a position nothing of the office opens: whoever reads this must still find a way on. */
function noPosition() {
  const sentence =
    "Akun Anda saat ini tidak memegang jabatan, jadi tidak berwenang membuka halaman ini. Mintalah jabatan kepada Kepala Desa atau Sekretaris Desa.";
  const back = { href: "/kantor/ganti-pengguna", label: "Masuk sebagai orang lain" };
  return problem(403, "Belum ada jabatan", sentence, { back });
}

function problem(status: number, title: string, sentence: string, more: Partial<ErrorPage> = {}) {
  return data({ kind: "problem", title, sentence, ...more } satisfies ErrorPage, { status });
}
