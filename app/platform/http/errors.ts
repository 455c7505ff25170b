import { data, redirect } from "react-router";
import type { OfficeFrame, RequestCtx } from "#app/context.ts";
import { type Fault, faultOf } from "#db/faults.ts";
import { isFrozenError } from "#db/freeze.ts";
import { raiseAlert } from "../alerts.ts";
import {
  ConflictError,
  DomainError,
  FieldError,
  ForbiddenError,
  LimitError,
  NotFoundError,
  SignInRequiredError,
} from "../errors.ts";
import { helpCodeOf } from "../ids.ts";
import { loggedPath } from "../log.ts";
import { MOVING_ANSWER, movingPage } from "../moving.ts";
import { oversightBase, oversightKindOf } from "../overseer.ts";
import { describeFailure } from "./failures.ts";
import type { FormAgain } from "./form-again.ts";
import { type OfficeFacts, officeFacts } from "./office-facts.ts";
import { type TypedField, typedFields } from "./typed-fields.ts";

/** What an error page shows; `helpCode` finds the log line of an unknown error. */
export interface ErrorPage {
  kind: "problem";
  title: string;
  sentence: string;
  helpCode?: string;
  /** What a refused form held, so that nobody has to write it a second time. */
  typed?: TypedField[];
  /** The form itself, where sending it once more does the thing once. */
  again?: FormAgain;
  /** The office around it, for whoever may see that. */
  office?: OfficeFacts | null;
  /** Where to go on, where the address alone does not say it. */
  back?: { href: string; label: string };
}

/**
 * Maps what a loader or action threw to what React Router should throw on.
 * Responses and `data()` pass; domain errors get their status and sentence; the rest is logged and becomes a 500 or 503
 * page with a short code that a person can read out over the phone, and with the form, to be sent again.
 * @param frame who is signed in, for the frame around the error page
 * @param form what was sent, shown again on the error page
 */
export function respondTo(
  error: unknown,
  ctx: RequestCtx,
  url: URL,
  frame: OfficeFrame | null,
  form?: FormData | null,
): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof SignInRequiredError) return redirect(signInAddress(url), { status: 303 });
  const office = officeFacts(ctx, frame, url.pathname);
  if (error instanceof DomainError) return problem(error, office, form);
  // Whoever has not heard that the village is on its way elsewhere; what he sent changed nothing.
  if (isFrozenError(error)) {
    const tenant = ctx.site === "village" ? ctx.tenant : null;
    return data({ ...movingPage(tenant, ctx.now, form ?? null), office }, MOVING_ANSWER);
  }
  ctx.log.error("request.failed", error, { path: loggedPath(url.pathname) });
  return failure(faultOf(error), ctx, form, office);
}

/** What nobody foresaw, or what lies outside the program: a sentence, a help code, and the form to send again. */
function failure(
  fault: Fault | null,
  ctx: RequestCtx,
  form: FormData | null | undefined,
  office: OfficeFacts | null,
) {
  if (fault === "full") ctx.afterwards(tellOfFullDisk(ctx));
  const { status, ...said } = describeFailure(fault, form ?? null);
  const helpCode = helpCodeOf(ctx.requestId);
  const page: ErrorPage = { kind: "problem", ...said, helpCode, office, ...typedIn(form) };
  return data(page, { status });
}

/** The directory may lie on the same disk: what can't be told now is in the log. */
async function tellOfFullDisk(ctx: RequestCtx): Promise<void> {
  const sentence =
    "Ruang cakram di server basis data penuh: tidak ada yang dapat disimpan. Tambah ruang sekarang juga; lihat docs/operations.md.";
  await raiseAlert(ctx, { key: "disk-full", severity: "gawat", sentence }).catch((error: unknown) =>
    ctx.log.error("alert.failed", error),
  );
}

/** Sign-in page that leads back to where the person wanted to go. */
export function signInAddress(url: URL): string {
  const kind = oversightKindOf(url.pathname);
  const base = isResidentPath(url.pathname) ? "/warga" : kind ? oversightBase(kind) : "";
  return `${base}/masuk?next=${encodeURIComponent(url.pathname + url.search)}`;
}

function isResidentPath(path: string): boolean {
  return /^\/warga(\/|$)/.test(path);
}

function problem(error: DomainError, office: OfficeFacts | null, form: FormData | null | undefined) {
  const [status, title] = statusOf(error);
  const headers =
    error instanceof LimitError ? { "retry-after": String(error.retryAfterSeconds) } : undefined;
  const page: ErrorPage = { kind: "problem", title, sentence: error.message, office, ...typedIn(form) };
  return data(page, { status, headers });
}

function typedIn(form: FormData | null | undefined): Pick<ErrorPage, "typed"> {
  return form ? { typed: typedFields(form) } : {};
}

function statusOf(error: DomainError): [number, string] {
  if (error instanceof NotFoundError) return [404, "Tidak ditemukan"];
  if (error instanceof ForbiddenError) return [403, "Tidak diizinkan"];
  if (error instanceof ConflictError) return [409, "Keadaan sudah berubah"];
  if (error instanceof LimitError) return [429, "Terlalu sering mencoba"];
  if (error instanceof FieldError) return [422, "Isian perlu diperbaiki"];
  return [422, "Tidak dapat diproses"];
}
