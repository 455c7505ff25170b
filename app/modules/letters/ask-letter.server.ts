import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letters } from "#db/village/schema/letters.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterKind } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import type { LetterInput } from "./letter-input.ts";
import { type Asked, letterPersons } from "./letter-persons.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { promisedUntil } from "./promise-rules.ts";
import { addStep, type LetterRow, sealContent } from "./queries.server.ts";
import { passOn } from "./submit-letter.server.ts";

export interface AskedLetter {
  id: string;
  state: LetterRow["state"];
}

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
    const { tx, audit } = writing;
    const kind = await getKind(ctx, tx, kindKey);
    if (!kind.isOn) throw new ConflictError(LETTER_WORDS.kindOff);
    const persons = await letterPersons(ctx, tx, kind, asked, input);
    const requirements = requirementsOf(kind, input.belum);
    const isComplete = isEverythingSeen(requirements);
    const at = ctx.now.toISOString();
    const { hours } = await getLetterSettings(tx);
    const [letter] = await tx
      .insert(letters)
      .values({
        id: newId(ctx.now),
        kind: kind.key,
        title: kind.title,
        state: isComplete ? "draft" : "asked",
        channel: "counter",
        residentId: persons.residentId,
        subjectId: persons.subjectId,
        personName: persons.name,
        personKey: nameKey(persons.name),
        contentSealed: await sealContent(ctx, persons.content),
        requirements,
        classification: kind.classification,
        askedAt: at,
        promisedAt: promisedUntil(ctx.now, kind.promised.hours, ctx.tenant.timeZone, hours).toISOString(),
        stateSince: at,
        waitsFor: "counter",
        createdBy: ctx.actor.accountId,
        createdAt: at,
        updatedAt: at,
      })
      .returning();
    if (!letter) throw new Error("an insert without a row");
    await addStep(ctx, tx, letter.id, "ask");
    await audit({
      action: "letter.ask",
      entity: "letter",
      entityId: letter.id,
      details: { jenis: kind.title },
    });
    if (!isComplete || input.maksud !== "cetak") return { id: letter.id, state: letter.state };
    const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
    return { id: letter.id, state: await passOn(ctx, writing, letter, kind, signing, null) };
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

/** A name as the archive is searched by it. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}
