import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { permitConsents } from "#db/village/schema/services.ts";
import type { GrantInput, ReasonInput } from "./input.ts";
import { lacksConsent } from "./permit-rules.ts";
import { findClash, getPermitFor, takeStep } from "./permits.server.ts";
import { PERMIT_WORDS, spanText } from "./words.ts";

/**
 * Grants a permit, or the village's recommendation. The place must be free: that is looked up inside the transaction, so
 * that of two at once one is refused.
 * @throws FieldError at `catatan` where neighbours did not all agree and no reason is given; ConflictError on a clash
 */
export async function grantPermit(ctx: OfficeCtx, id: string, input: GrantInput): Promise<void> {
  requirePermission(ctx, "permits.decide");
  requireMaySign(ctx);
  await write(ctx, async (work) => {
    const row = await getPermitFor(work.tx, id, { version: input.versi, action: "grant" });
    const consents = await work.tx
      .select({ agrees: permitConsents.agrees })
      .from(permitConsents)
      .where(eq(permitConsents.permitId, id));
    if (lacksConsent(row, consents) && !input.catatan)
      throw new FieldError("catatan", PERMIT_WORDS.needsReason);
    const clash = await findClash(work.tx, row.placeId, row, id);
    if (clash) throw new ConflictError(PERMIT_WORDS.clash(clash.number, spanText(clash)));
    const decided = { decidedBy: ctx.actor.accountId, decidedAt: ctx.now.toISOString() };
    await takeStep(
      ctx,
      work,
      row,
      { state: "granted", decisionNote: input.catatan, ...decided },
      { step: "grant", note: input.catatan },
    );
    return null;
  });
}

/** Refuses it, with the reason that the applicant is told. */
export async function refusePermit(ctx: OfficeCtx, id: string, input: ReasonInput): Promise<void> {
  requirePermission(ctx, "permits.decide");
  requireMaySign(ctx);
  await write(ctx, async (work) => {
    const row = await getPermitFor(work.tx, id, { version: input.versi, action: "refuse" });
    const decided = { decidedBy: ctx.actor.accountId, decidedAt: ctx.now.toISOString() };
    await takeStep(
      ctx,
      work,
      row,
      { state: "refused", decisionNote: input.alasan, ...decided },
      { step: "refuse", note: input.alasan, details: { alasan: input.alasan } },
    );
    return null;
  });
}

/** The applicant does not want it any more: the place is free again. */
export async function cancelPermit(ctx: OfficeCtx, id: string, input: ReasonInput): Promise<void> {
  requirePermission(ctx, "permits.write");
  await write(ctx, async (work) => {
    const row = await getPermitFor(work.tx, id, { version: input.versi, action: "cancel" });
    await takeStep(
      ctx,
      work,
      row,
      { state: "cancelled" },
      { step: "cancel", note: input.alasan, details: { alasan: input.alasan } },
    );
    return null;
  });
}
