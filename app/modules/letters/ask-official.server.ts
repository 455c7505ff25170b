import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Write } from "#app/platform/write.ts";
import { type AskedLetter, beginLetter } from "./begin-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterContent } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { type LetterInput, letterInput } from "./letter-input.ts";
import { sealContent } from "./queries.server.ts";

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
  const content: LetterContent = {
    person: null,
    fields: (input.isian ?? {}) as LetterContent["fields"],
  };
  const begun = {
    title: titleOf(kind, content),
    state: "draft" as const,
    channel: "office" as const,
    personName: recipientOf(content),
    contentSealed: await sealContent(ctx, content),
    requirements: [],
  };
  return beginLetter(ctx, writing, kind, begun, input);
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
