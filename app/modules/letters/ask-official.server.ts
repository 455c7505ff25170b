import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { Write } from "#app/platform/write.ts";
import { letters } from "#db/village/schema/letters.ts";
import { type AskedLetter, nameKey } from "./ask-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterContent } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { type LetterInput, letterInput } from "./letter-input.ts";
import { addStep, sealContent } from "./queries.server.ts";
import { passOn } from "./submit-letter.server.ts";

/** Schema of the form of an official letter. */
export function officialInput(kind: LetterKind) {
  return letterInput(kind);
}

/**
 * Writes a letter of the office itself, in the caller's transaction and under his permission: it has no applicant, and
 * goes on at once where it is to be printed.
 */
export async function askOfficial(
  ctx: OfficeCtx,
  writing: Write,
  kind: LetterKind,
  input: LetterInput,
): Promise<AskedLetter> {
  if (!kind.isOn || kind.category !== "official") throw new ConflictError(LETTER_WORDS.kindOff);
  const { tx, audit } = writing;
  const at = ctx.now.toISOString();
  const content: LetterContent = {
    person: null,
    fields: (input.isian ?? {}) as LetterContent["fields"],
  };
  const name = recipientOf(content);
  const [letter] = await tx
    .insert(letters)
    .values({
      id: newId(ctx.now),
      kind: kind.key,
      title: titleOf(kind, content),
      state: "draft",
      channel: "office",
      personName: name,
      personKey: nameKey(name),
      contentSealed: await sealContent(ctx, content),
      requirements: [],
      classification: kind.classification,
      askedAt: at,
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
  if (input.maksud !== "cetak") return { id: letter.id, state: letter.state };
  const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
  return { id: letter.id, state: await passOn(ctx, writing, letter, kind, signing, null) };
}

const LONGEST_TITLE = 160;

/** What lists, books and whoever checks its code are told: its kind and what it is about; of a secret one its kind alone. */
function titleOf(kind: LetterKind, { fields }: LetterContent): string {
  if (fields.sifat === "Rahasia") return kind.title;
  const about = [fields.hal, fields.acara, fields.tugas, fields.maksud].find(
    (each) => typeof each === "string" && each,
  );
  return about ? `${kind.title}: ${about}`.slice(0, LONGEST_TITLE) : kind.title;
}

/** Whom it is for: the recipient, or the first of those who are sent. */
function recipientOf({ fields }: LetterContent): string {
  const { kepada, nama, pegawai } = fields;
  if (typeof kepada === "string" && kepada) return kepada;
  if (typeof nama === "string" && nama) return nama;
  const [first] = Array.isArray(pegawai) ? pegawai : [];
  return first?.nama || "-";
}
