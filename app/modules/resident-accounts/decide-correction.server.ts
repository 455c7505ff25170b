import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { changeResident } from "#app/modules/population/change-resident.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { residents } from "#db/village/schema/population.ts";
import { correctionProposals } from "#db/village/schema/residents.ts";
import { correctable } from "./correction-rules.ts";
import { openProposed } from "./corrections.server.ts";
import type { DecideInput } from "./input.ts";
import { CORRECTION_WORDS } from "./words.ts";

/**
 * Accepts a proposal, which writes a correction into the register, or refuses it with a reason. A break between the two
 * writes is mended by accepting once more: the correction is done once.
 */
export async function decideCorrection(ctx: OfficeCtx, id: string, input: DecideInput): Promise<void> {
  requirePermission(ctx, "resident-accounts.manage");
  const isAccepted = input.putusan === "terima";
  const [row] = await ctx.db.select().from(correctionProposals).where(eq(correctionProposals.id, id));
  if (!row) throw new NotFoundError(CORRECTION_WORDS.gone);
  if (row.state !== "waiting" || row.version !== input.versi)
    throw new ConflictError(CORRECTION_WORDS.decided);
  if (isAccepted) await correct(ctx, row);
  await write(ctx, async ({ tx, audit }) => {
    const decided = await tx
      .update(correctionProposals)
      .set({
        state: isAccepted ? "accepted" : "refused",
        answer: input.alasan,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.now.toISOString(),
        version: row.version + 1,
      })
      .where(
        and(
          eq(correctionProposals.id, id),
          eq(correctionProposals.version, row.version),
          eq(correctionProposals.state, "waiting"),
        ),
      );
    if (decided.rowsAffected === 0) throw new ConflictError(CORRECTION_WORDS.decided);
    await audit({
      action: isAccepted ? "correction.accept" : "correction.refuse",
      entity: "resident",
      entityId: row.residentId,
      details: { bagian: correctable(row.field)?.label ?? row.field },
    });
    return null;
  });
}

async function correct(ctx: OfficeCtx, row: typeof correctionProposals.$inferSelect): Promise<void> {
  requirePermission(ctx, "population.write");
  const field = correctable(row.field);
  const [resident] = await ctx.db.select().from(residents).where(eq(residents.id, row.residentId));
  if (!field || !resident) throw new NotFoundError(CORRECTION_WORDS.gone);
  const { value } = await openProposed(ctx, row);
  const typed = field.kind === "code" ? Number(value) : value;
  await changeResident({ ...ctx, submitKey: `usulan-${row.id}` }, row.residentId, {
    versi: resident.version,
    sifat: "pembetulan",
    tanggal: null,
    catatan: CORRECTION_WORDS.note,
    wilayah: null,
    values: { [field.key]: typed },
  });
}
