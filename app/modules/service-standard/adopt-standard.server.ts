import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { serviceStandards, standardServices } from "#db/village/schema/services.ts";
import type { AdoptInput } from "./input.ts";
import { changeDraft, getDraft } from "./standard.server.ts";
import { STANDARD_WORDS } from "./words.ts";

/** Puts the draft into force by a numbered decree of the head; what was in force before is replaced by it. */
export async function adoptStandard(ctx: OfficeCtx, input: AdoptInput): Promise<void> {
  requirePermission(ctx, "standard.adopt");
  requireMaySign(ctx);
  if (input.tanggal > dayIn(ctx.tenant.timeZone, ctx.now))
    throw new FieldError("tanggal", STANDARD_WORDS.tooLate);
  await write(ctx, async ({ tx, audit }) => {
    const draft = await getDraft(tx);
    if (draft.services.length === 0) throw new ConflictError(STANDARD_WORDS.empty);
    const at = ctx.now.toISOString();
    await tx
      .update(serviceStandards)
      .set({ state: "replaced", replacedAt: at, updatedAt: at })
      .where(eq(serviceStandards.state, "adopted"));
    await changeDraft(ctx, tx, draft, input.versi, {
      state: "adopted",
      decreeNumber: input.nomor,
      decreeOn: input.tanggal,
      adoptedBy: ctx.actor.accountId,
      adoptedAt: at,
    });
    await audit({
      action: "standard.adopt",
      entity: "standard",
      entityId: draft.id,
      details: { nomor: input.nomor, tanggal: input.tanggal },
    });
    return null;
  });
}

/** Throws the draft away; what is in force stays. */
export async function discardDraft(ctx: OfficeCtx, version: number): Promise<void> {
  requirePermission(ctx, "standard.write");
  await write(ctx, async ({ tx, audit }) => {
    const draft = await getDraft(tx);
    await changeDraft(ctx, tx, draft, version);
    await tx.delete(standardServices).where(eq(standardServices.standardId, draft.id));
    await tx.delete(serviceStandards).where(eq(serviceStandards.id, draft.id));
    await audit({ action: "standard.discard", entity: "standard", entityId: draft.id });
    return null;
  });
}
