import { and, eq } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { write } from "#app/platform/write.ts";
import { correctionProposals } from "#db/village/schema/residents.ts";
import { correctable, fits } from "./correction-rules.ts";
import type { ProposeInput } from "./input.ts";
import { PROPOSED_VALUE } from "./sealed-fields.ts";
import { CORRECTION_WORDS } from "./words.ts";

/** A resident says what should stand in the register about himself; one proposal a field waits at a time. */
export async function proposeCorrection(ctx: ResidentCtx, key: string, input: ProposeInput): Promise<void> {
  const field = correctable(key);
  if (!field) throw new NotFoundError(CORRECTION_WORDS.noField);
  if (!fits(field, input.isi)) throw new FieldError("isi", "Isi ini tidak dapat dipakai. Periksa lagi.");
  const { accountId, residentId } = ctx.resident;
  const { sealed } = await sealValue(ctx.keys, PROPOSED_VALUE, input.isi);
  await write(ctx, async ({ tx, audit }) => {
    const [waiting] = await tx
      .select({ id: correctionProposals.id })
      .from(correctionProposals)
      .where(
        and(
          eq(correctionProposals.residentId, residentId),
          eq(correctionProposals.field, key),
          eq(correctionProposals.state, "waiting"),
        ),
      );
    if (waiting) throw new ConflictError(CORRECTION_WORDS.waiting);
    await tx.insert(correctionProposals).values({
      id: newId(ctx.now),
      residentId,
      accountId,
      field: key,
      valueSealed: sealed ?? "",
      reason: input.keterangan,
      state: "waiting",
      createdAt: ctx.now.toISOString(),
    });
    await audit({
      action: "correction.propose",
      entity: "resident",
      entityId: residentId,
      details: { bagian: field.label },
    });
    return null;
  });
}
