import { isPersonValue, type LetterContent } from "./content-rules.ts";
import type { LetterKind } from "./kind-rules.ts";
import { fieldText } from "./letter-data.ts";
import { maskIdentifiers } from "./reading-rules.ts";

/**
 * What a letter says, for its page: days and amounts as people write them, of a list's rows the first column.
 * @param isClear may the reader see identifiers; else they are masked
 */
export function letterFacts(
  kind: Pick<LetterKind, "fields">,
  { person, subject, fields }: LetterContent,
  isClear: boolean,
) {
  const persons = [
    { label: "Pemohon", value: person && [person.name, person.nik].filter(Boolean).join(", ") },
    { label: "Tentang", value: subject && [subject.name, subject.nik].filter(Boolean).join(", ") },
    { label: "Alamat", value: (subject ?? person)?.address },
  ];
  const own = kind.fields.map((field) => {
    const value = fields[field.key];
    if (isPersonValue(value)) return { label: field.label, value: value.name };
    if (!Array.isArray(value)) return { label: field.label, value: value && fieldText(field, value) };
    const first = field.columns?.[0]?.key ?? "";
    return { label: field.label, value: value.map((row) => row[first] || "-").join("; ") };
  });
  return [...persons, ...own].flatMap(({ label, value }) =>
    value ? [{ label, value: isClear ? value : maskIdentifiers(value) }] : [],
  );
}
