import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letterVersions } from "#db/village/schema/letters.ts";
import type { ReasonInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, moveLetter } from "./queries.server.ts";
import { voidNumber } from "./take-number.server.ts";

/** Declares a letter void: its number stays in the book with the reason, and whoever checks it is told. */
export async function cancelLetter(ctx: OfficeCtx, id: string, input: ReasonInput): Promise<void> {
  requirePermission(ctx, "letters.read");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "cancel" });
    const at = ctx.now.toISOString();
    const { series, year, number } = letter;
    if (series !== null && year !== null && number !== null)
      await voidNumber(tx, { series, year, number }, input.alasan);
    await tx
      .update(letterVersions)
      .set({ voidedAt: at })
      .where(and(eq(letterVersions.letterId, id), isNull(letterVersions.voidedAt)));
    await moveLetter(ctx, tx, letter, {
      state: "cancelled",
      waitsFor: null,
      cancelledAt: at,
      cancelReason: input.alasan,
    });
    await addStep(ctx, tx, id, "cancel", input.alasan);
    await audit({
      action: "letter.cancel",
      entity: "letter",
      entityId: id,
      details: { nomor: letter.numberText },
    });
    return null;
  });
}
