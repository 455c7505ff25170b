import { type PersonOnPaper, STATUS } from "#app/modules/population/person-rules.ts";
import type { LetterContent, LetterPerson } from "./content-rules.ts";
import { isPersonValue } from "./content-rules.ts";
import type { LetterField, LetterKind } from "./kind-rules.ts";
import { deathDayOf, isDeathDay } from "./register-field-rules.ts";

/** What stands in a new letter's fields from what the register knows of who asks. */
export function prefill(
  kind: Pick<LetterKind, "fields">,
  person: (LetterPerson & Partial<Pick<PersonOnPaper, "status" | "statusSince">>) | null,
): Record<string, unknown> {
  const { status = STATUS.here, statusSince = "" } = person ?? {};
  const known = (field: LetterField) => {
    if (isDeathDay(field)) return deathDayOf({ status, statusSince });
    if (field.type !== "text" || !person) return null;
    if (/^alamat/.test(field.key)) return person.address ?? null;
    return /^pekerjaan/.test(field.key) ? (person.occupationText ?? null) : null;
  };
  const isian = Object.fromEntries(kind.fields.map((field) => [field.key, known(field) ?? ""]));
  return { isian };
}

/** What a letter says, as its form shows it again. */
export function formValues(
  kind: Pick<LetterKind, "fields">,
  content: LetterContent,
): Record<string, unknown> {
  const isian: Record<string, unknown> = {};
  const persons: Record<string, unknown> = {};
  for (const { key, type } of kind.fields) {
    const value = content.fields[key];
    if (type === "person") persons[`orang_${key}`] = isPersonValue(value) ? typedOf(value) : {};
    else isian[key] = value ?? "";
  }
  return { isian, ...persons, pemohon: typedOf(content.person), subjek: typedOf(content.subject) };
}

function typedOf(person: LetterPerson | null | undefined): Record<string, string> {
  return {
    nama: person?.name ?? "",
    nik: person?.nik ?? "",
    tempat_lahir: person?.birthPlace ?? "",
    tanggal_lahir: person?.birthDate ?? "",
    kelamin: person?.sexText ?? "",
    agama: person?.religionText ?? "",
    pekerjaan: person?.occupationText ?? "",
    alamat: person?.address ?? "",
  };
}
