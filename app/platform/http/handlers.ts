import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "react-router";
import {
  type OfficeCtx,
  type OfficeFrame,
  type OversightCtx,
  officeFrame,
  type PortalCtx,
  type RequestCtx,
  type ResidentCtx,
  type ResidentFrame,
  requestCtx,
  residentFrame,
  type VillageCtx,
} from "#app/context.ts";
import { ConflictError, NotFoundError, SignInRequiredError } from "../errors.ts";
import { respondTo } from "./errors.ts";
import { SUBMIT_KEY_FIELD } from "./form-again.ts";
import { readForm } from "./read-form.ts";

/** Name of the field that says for whom a form was filled in, where that could be somebody else. */
const OWNER_FIELD = "_pemilik";
const OTHERS_FORM =
  "Isian ini ditulis oleh orang lain yang masuk di ponsel atau komputer ini. Minta orang itu masuk, lalu kirim lagi.";

/** What a loader of a page gets. */
export interface LoadArgs<C extends RequestCtx> {
  ctx: C;
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  /** What the guard read for signed-in people; null on public pages. */
  frame: OfficeFrame | null;
  /** The same of a resident. */
  residentFrame: ResidentFrame | null;
}

/** What an action gets: the form has been read under limits. */
export interface ActArgs<C extends RequestCtx> extends LoadArgs<C> {
  form: FormData;
}

type Narrow<C extends RequestCtx> = (ctx: RequestCtx) => C;

/** Every loader and action is made by one of these: they narrow the context, map domain errors and log. */
export const portalLoader = loaderFor(asPortal);
export const portalAction = actionFor(asPortal);
/** Village pages that anybody may open; `ctx.actor` may be null. */
export const villageLoader = loaderFor(asVillage);
export const villageAction = actionFor(asVillage);
/** Village pages for people who are signed in. */
export const officeLoader = loaderFor(asOffice);
export const officeAction = actionFor(asOffice);
/** Village pages for residents at their own account. */
export const residentLoader = loaderFor(asResident);
export const residentAction = actionFor(asResident);
/** Portal pages for people above the villages who are signed in. */
export const oversightLoader = loaderFor(asOversight);
export const oversightAction = actionFor(asOversight);
/** Layouts and the root, which serve every kind of host. */
export const anyLoader = loaderFor((ctx) => ctx);

function loaderFor<C extends RequestCtx>(narrow: Narrow<C>) {
  return <Result>(load: (args: LoadArgs<C>) => Promise<Result> | Result) =>
    async ({ request, params, context, url }: LoaderFunctionArgs): Promise<Result> => {
      const ctx = context.get(requestCtx);
      try {
        return await load({ ctx: narrow(ctx), request, url, params, ...framesOf(context) });
      } catch (error) {
        throw respondTo(error, ctx, url, context.get(officeFrame));
      }
    };
}

function actionFor<C extends RequestCtx>(narrow: Narrow<C>) {
  return <Result>(act: (args: ActArgs<C>) => Promise<Result>) =>
    async ({ request, params, context, url }: ActionFunctionArgs): Promise<Result> => {
      const ctx = context.get(requestCtx);
      let form: FormData | null = null;
      try {
        form = await readForm(request);
        refuseOthersForm(ctx, form);
        const own = withSubmitKey(narrow(ctx), form);
        return await act({ ctx: own, request, url, params, form, ...framesOf(context) });
      } catch (error) {
        throw respondTo(error, ctx, url, context.get(officeFrame), form);
      }
    };
}

function framesOf(context: LoaderFunctionArgs["context"]) {
  return { frame: context.get(officeFrame), residentFrame: context.get(residentFrame) };
}

/** A form kept on a shared device is sent for whoever wrote it, or not at all. */
function refuseOthersForm(ctx: RequestCtx, form: FormData): void {
  const owner = form.get(OWNER_FIELD);
  const actor = ctx.site === "village" ? (ctx.actor ?? ctx.resident) : null;
  if (owner !== null && actor && owner !== actor.accountId) throw new ConflictError(OTHERS_FORM);
}

function withSubmitKey<C extends RequestCtx>(ctx: C, form: FormData): C {
  const key = form.get(SUBMIT_KEY_FIELD);
  return typeof key === "string" && /^[\w-]{8,64}$/.test(key) ? { ...ctx, submitKey: key } : ctx;
}

function asPortal(ctx: RequestCtx): PortalCtx {
  if (ctx.site !== "portal") throw new NotFoundError();
  return ctx;
}

function asVillage(ctx: RequestCtx): VillageCtx {
  if (ctx.site !== "village") throw new NotFoundError();
  return ctx;
}

function asOffice(ctx: RequestCtx): OfficeCtx {
  const village = asVillage(ctx);
  if (!village.actor) throw new SignInRequiredError();
  return village as OfficeCtx;
}

function asResident(ctx: RequestCtx): ResidentCtx {
  const village = asVillage(ctx);
  if (!village.resident) throw new SignInRequiredError();
  return village as ResidentCtx;
}

function asOversight(ctx: RequestCtx): OversightCtx {
  const portal = asPortal(ctx);
  if (!portal.overseer) throw new SignInRequiredError();
  return portal as OversightCtx;
}

/** Data with a status for pages that answer something else than 200. */
export { data };
