import type { FieldValue, LetterContent, LetterPerson } from "./content-rules.ts";
import type { LetterField, LetterKind } from "./kind-rules.ts";

/** Nobody: the person of previews. NIK and card number are of no region and no day, so they can be nobody's. */
export const SAMPLE_PERSON: LetterPerson = {
  name: "NAMA CONTOH",
  nik: "0000000000000000",
  kkNumber: "0000000000000000",
  sexText: "Perempuan",
  birthPlace: "Tempat Contoh",
  birthDate: "2000-01-31",
  religionText: "Islam",
  maritalText: "Belum Kawin",
  occupationText: "Petani",
  educationText: "SLTA/Sederajat",
  citizenshipText: "WNI",
  address: "Jalan Contoh 1, RT 01, RW 01, Dusun Contoh",
  fatherName: "NAMA AYAH",
  motherName: "NAMA IBU",
  familyRoleText: "Anak",
};

const VALUES: Record<Exclude<LetterField["type"], "person" | "list" | "choice">, string> = {
  text: "isian contoh",
  number: "12",
  date: "2026-01-31",
  money: "1500000",
  long: "Isian contoh yang lebih panjang, satu atau dua kalimat.",
};

/** A letter of this kind about nobody: for previews and for the check of templates. */
export function sampleContent(kind: Pick<LetterKind, "fields" | "hasSubject">): LetterContent {
  return {
    person: SAMPLE_PERSON,
    subject: kind.hasSubject ? { ...SAMPLE_PERSON, name: "NAMA YANG DITERANGKAN" } : null,
    fields: Object.fromEntries(kind.fields.map((field) => [field.key, sampleValue(field)])),
  };
}

/** The same with nothing filled in that may be left out. */
export function barestContent(kind: Pick<LetterKind, "fields" | "hasSubject">): LetterContent {
  const required = kind.fields.filter(({ isRequired }) => isRequired);
  return { ...sampleContent({ ...kind, fields: required }), person: { name: "NAMA CONTOH" } };
}

function sampleValue(field: LetterField): FieldValue {
  if (field.type === "person") return { ...SAMPLE_PERSON, name: `NAMA ${field.label.toUpperCase()}` };
  if (field.type === "choice") return field.choices?.[0] ?? "";
  if (field.type !== "list") return VALUES[field.type];
  const row = Object.fromEntries((field.columns ?? []).map(({ key, label }) => [key, `${label} contoh`]));
  return [row, row];
}
