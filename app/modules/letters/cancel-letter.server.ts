import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { letterVersions } from "#db/village/schema/letters.ts";
import type { ReasonInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, type LetterRow, moveLetter } from "./queries.server.ts";
import { voidNumber } from "./take-number.server.ts";

/** Declares a letter void: its number stays in the book with the reason, and whoever checks it is told. */
export async function cancelLetter(ctx: OfficeCtx, id: string, input: ReasonInput): Promise<void> {
  requirePermission(ctx, "letters.read");
  await write(ctx, async (writing) => {
    const letter = await getLetterFor(ctx, writing.tx, { id, version: input.versi, action: "cancel" });
    await cancelIn(ctx, writing, letter, input.alasan);
    return null;
  });
}

/** The same in the transaction of whoever has seen that it may be done. */
export async function cancelIn(
  ctx: VillageCtx,
  { tx, audit }: Write,
  letter: LetterRow,
  reason: string,
): Promise<void> {
  const at = ctx.now.toISOString();
  const { id, series, year, number } = letter;
  if (series !== null && year !== null && number !== null)
    await voidNumber(tx, { series, year, number }, reason);
  await tx
    .update(letterVersions)
    .set({ voidedAt: at })
    .where(and(eq(letterVersions.letterId, id), isNull(letterVersions.voidedAt)));
  await moveLetter(ctx, tx, letter, {
    state: "cancelled",
    waitsFor: null,
    cancelledAt: at,
    cancelReason: reason,
  });
  await addStep(ctx, tx, id, "cancel", reason);
  await audit({
    action: "letter.cancel",
    entity: "letter",
    entityId: id,
    details: { nomor: letter.numberText },
  });
}
