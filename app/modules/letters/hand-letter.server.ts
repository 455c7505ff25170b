import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { HandLetterInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, moveLetter } from "./queries.server.ts";

/** Hands a signed letter over, and notes to whom. */
export async function handLetter(ctx: OfficeCtx, id: string, input: HandLetterInput): Promise<void> {
  requirePermission(ctx, "letters.serve");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "hand" });
    const handed = { handedAt: ctx.now.toISOString(), handedTo: input.kepada };
    await moveLetter(ctx, tx, letter, { ...handed, state: "handed", waitsFor: null });
    await addStep(ctx, tx, id, "hand");
    await audit({ action: "letter.hand", entity: "letter", entityId: id });
    return null;
  });
}
