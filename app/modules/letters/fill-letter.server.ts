import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { isEverythingSeen, requirementsOf } from "./ask-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { getKind } from "./kinds.server.ts";
import type { LetterInput } from "./letter-input.ts";
import { letterPersons } from "./letter-persons.server.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { nameKey } from "./name-rules.ts";
import { addStep, type LetterRow, moveLetter, sealContent } from "./queries.server.ts";
import { passOn } from "./submit-letter.server.ts";

/** Changes what a letter says before it is handed in, with the persons as the register has them now. */
export async function fillLetter(
  ctx: OfficeCtx,
  id: string,
  input: LetterInput,
): Promise<{ state: LetterRow["state"] }> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async (writing) => {
    const { tx, audit } = writing;
    if (input.versi === undefined) throw new ConflictError(LETTER_WORDS.stale);
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "fill" });
    const kind = await getKind(ctx, tx, letter.kind);
    const persons = await letterPersons(ctx, tx, kind, letter, input);
    const requirements = requirementsOf(kind, input.belum);
    const isComplete = isEverythingSeen(requirements);
    const change = {
      state: isComplete ? ("draft" as const) : ("asked" as const),
      waitsFor: "counter",
      subjectId: persons.subjectId,
      personName: persons.name,
      personKey: nameKey(persons.name),
      contentSealed: await sealContent(ctx, persons.content),
      requirements,
    };
    await moveLetter(ctx, tx, letter, change);
    await addStep(ctx, tx, id, "fill");
    await audit({ action: "letter.fill", entity: "letter", entityId: id });
    if (!isComplete || input.maksud !== "cetak") return { state: change.state };
    const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
    const filled = { ...letter, ...change, version: letter.version + 1 };
    return { state: await passOn(ctx, writing, filled, kind, signing, null) };
  });
}
