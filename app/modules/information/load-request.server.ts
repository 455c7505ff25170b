import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { receiptAddress, receiptAmong, selectReceipts } from "#app/modules/receipts/issue-receipt.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { openApplicant } from "./applicant.server.ts";
import { isOpen } from "./request-rules.ts";
import { numberText, todayOf } from "./requests.server.ts";
import { REQUEST_WORDS } from "./words.ts";

/** One request with who asks, his identity number masked, and what may be done with it; one round trip. */
export async function loadRequest(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "information.handle");
  const receipted = { subject: "information", subjectId: id } as const;
  const [[found], codes] = await ctx.db.batch([
    ctx.db
      .select({ request: informationRequests, file: files })
      .from(informationRequests)
      .leftJoin(files, eq(files.id, informationRequests.fileId))
      .where(eq(informationRequests.id, id)),
    selectReceipts(ctx.db, receipted),
  ]);
  if (!found) throw new NotFoundError(REQUEST_WORDS.gone);
  const { applicantSealed, ...request } = found.request;
  const { identity, ...applicant } = await openApplicant(ctx, applicantSealed);
  const today = todayOf(ctx);
  const code = await receiptAmong(ctx, codes, receipted);
  return {
    request: { ...request, numberText: numberText(request) },
    applicant: { ...applicant, identity: identity && `•••••••••••• ${identity.slice(-4)}` },
    mayReveal: identity !== null && ctx.actor.permissions.has("data.identity"),
    mayDecide: ctx.actor.permissions.has("information.decide"),
    isOpen: isOpen(request.state),
    mayExtend: request.state === "received" && today <= request.dueOn,
    isLate: isOpen(request.state) && request.dueOn < today,
    receipt: code ? { code, href: receiptAddress(ctx, code) } : null,
    file: found.file && {
      name: found.file.name,
      href: await ctx.fileUrl(found.file, ctx.actor.accountId),
    },
  };
}

/** The identity number in full, for those who may see such; the log is written first. */
export async function revealIdentity(ctx: OfficeCtx, id: string): Promise<string | null> {
  requirePermission(ctx, "information.handle");
  requirePermission(ctx, "data.identity");
  const [row] = await ctx.db.select().from(informationRequests).where(eq(informationRequests.id, id));
  if (!row) throw new NotFoundError(REQUEST_WORDS.gone);
  const what = { kind: "reveal" as const, what: "information.identity" };
  await ctx.db.transaction((tx) => recordAccess(tx, ctx, { ...what, subject: "information", subjectId: id }));
  return (await openApplicant(ctx, row.applicantSealed)).identity;
}
