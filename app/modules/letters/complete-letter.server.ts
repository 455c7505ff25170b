import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { MoveLetterInput } from "./letter-input.ts";
import { addStep, getLetterFor, moveLetter } from "./queries.server.ts";

/** Says that all papers are there now. */
export async function completeLetter(ctx: OfficeCtx, id: string, input: MoveLetterInput): Promise<void> {
  requirePermission(ctx, "letters.serve");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "complete" });
    const requirements = letter.requirements.map((each) => ({ ...each, isSeen: true }));
    await moveLetter(ctx, tx, letter, { state: "draft", waitsFor: "counter", requirements });
    await addStep(ctx, tx, id, "complete");
    await audit({ action: "letter.complete", entity: "letter", entityId: id });
    return null;
  });
}
