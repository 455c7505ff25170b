import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { isEverythingSeen } from "./ask-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { CompleteLetterInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, moveLetter } from "./queries.server.ts";

/** Ticks papers that are there now. With the last one that the letter is not written without it goes on as a draft. */
export async function completeLetter(
  ctx: OfficeCtx,
  id: string,
  input: CompleteLetterInput,
): Promise<{ isComplete: boolean }> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "complete" });
    if (input.ada.some((index) => letter.requirements[index]?.isSeen !== false))
      throw new FieldError("ada", LETTER_WORDS.wrongPaper);
    const requirements = letter.requirements.map((each, index) => ({
      ...each,
      isSeen: each.isSeen || input.ada.includes(index),
    }));
    const isComplete = isEverythingSeen(requirements);
    const state = isComplete ? { state: "draft" as const, waitsFor: "counter" } : {};
    await moveLetter(ctx, tx, letter, { ...state, requirements });
    const papers = letter.requirements.filter((_, index) => input.ada.includes(index));
    await addStep(ctx, tx, id, isComplete ? "complete" : "papers", papers.map(({ text }) => text).join("; "));
    await audit({ action: isComplete ? "letter.complete" : "letter.papers", entity: "letter", entityId: id });
    return { isComplete };
  });
}
