import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { type AskedLetter, beginLetter } from "./begin-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterKind } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import type { LetterInput } from "./letter-input.ts";
import { type Asked, letterPersons } from "./letter-persons.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { promisedUntil } from "./promise-rules.ts";
import { promisedHours } from "./promised-hours.server.ts";
import { type LetterRow, sealContent } from "./queries.server.ts";

/**
 * Takes up a letter at the counter. With all papers there and `cetak` it goes on at once: to the review that its kind has,
 * or, without one, to its number and the signature, all in one transaction.
 */
export async function askLetter(
  ctx: OfficeCtx,
  kindKey: string,
  asked: Asked,
  input: LetterInput,
): Promise<AskedLetter> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async (writing) => {
    const { tx } = writing;
    const kind = await getKind(ctx, tx, kindKey);
    if (!kind.isOn) throw new ConflictError(LETTER_WORDS.kindOff);
    const persons = await letterPersons(ctx, tx, kind, asked, input);
    const requirements = requirementsOf(kind, input.belum);
    const { hours } = await getLetterSettings(tx);
    const promised = await promisedHours(tx, kind);
    const begun = {
      title: kind.title,
      state: isEverythingSeen(requirements) ? ("draft" as const) : ("asked" as const),
      channel: "counter" as const,
      residentId: persons.residentId,
      subjectId: persons.subjectId,
      personName: persons.name,
      contentSealed: await sealContent(ctx, persons.content),
      requirements,
      promisedAt: promisedUntil(ctx.now, promised, ctx.tenant.timeZone, hours).toISOString(),
    };
    return beginLetter(ctx, writing, kind, begun, input);
  });
}

/** The papers of a kind that are asked for, with what is there. */
export function requirementsOf(kind: LetterKind, missing: readonly number[]): LetterRow["requirements"] {
  return kind.requirements
    .filter(({ mark }) => mark !== "dicabut")
    .map(({ text, mark }, index) => ({ text, mark, isSeen: !missing.includes(index) }));
}

/** Is everything there that a letter is not written without? */
export function isEverythingSeen(requirements: LetterRow["requirements"]): boolean {
  return requirements.every(({ mark, isSeen }) => isSeen || mark !== "wajib");
}
