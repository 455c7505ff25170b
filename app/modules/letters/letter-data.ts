import { isDay } from "#app/platform/clock.ts";
import { formatDate } from "#app/ui/format.ts";
import type { villageProfile } from "#db/village/schema/village.ts";
import { type FieldValue, isPersonValue, type LetterContent, type LetterPerson } from "./content-rules.ts";
import type { LetterField, LetterKind } from "./kind-rules.ts";
import type { TemplateData } from "./template-engine.ts";
import { MAX_ROWS } from "./template-limits.ts";
import type { Fact } from "./template-lines.ts";

/** Names of the village as letters use them. */
export type LetterVillage = Pick<
  typeof villageProfile.$inferSelect,
  "name" | "villageTerm" | "headTerm" | "districtName" | "regencyName" | "provinceName"
>;

/** Stands where the register knows nothing. */
const UNKNOWN = "-";

/** Everything that a template of this kind may name, filled from a letter. */
export function letterData(
  kind: Pick<LetterKind, "fields" | "formVersion">,
  content: LetterContent,
  village: LetterVillage,
  letter: { numberText: string | null; date: string | null; validUntil: string | null },
): TemplateData {
  const about = content.subject ?? content.person;
  return {
    orang: personData(about),
    pemohon: personData(content.person),
    desa: villageData(village),
    surat: {
      nomor: letter.numberText ?? "",
      tanggal: dayText(letter.date),
      berlaku_sampai: dayText(letter.validUntil),
      bentuk: kind.formVersion ?? "",
    },
    isian: Object.fromEntries(
      kind.fields.map((field) => [field.key, fieldData(field, content.fields[field.key])]),
    ),
  };
}

/** Names of a person in templates. Empty texts where there is none at all, so that `{% if %}` can ask for him. */
export function personData(person: LetterPerson | null | undefined): TemplateData {
  const say = (text: string | null | undefined) => (person ? text || UNKNOWN : "");
  return {
    nama: person?.name ?? "",
    nik: say(person?.nik),
    no_kk: say(person?.kkNumber),
    tempat_lahir: say(person?.birthPlace),
    tanggal_lahir: say(dayText(person?.birthDate)),
    ttl: say(birthText(person)),
    jenis_kelamin: say(person?.sexText),
    agama: say(person?.religionText),
    status_kawin: say(person?.maritalText),
    pekerjaan: say(person?.occupationText),
    pendidikan: say(person?.educationText),
    kewarganegaraan: say(person?.citizenshipText),
    alamat: say(person?.address),
    ayah: say(person?.fatherName),
    ibu: say(person?.motherName),
    hubungan_keluarga: say(person?.familyRoleText),
  };
}

/** The identity table of a person (domain practice: name to address); what is unknown is left out. */
export function identityRows(person: LetterPerson | null | undefined): Fact[] {
  const rows: [string, string | null | undefined][] = [
    ["Nama", person?.name],
    ["NIK", person?.nik],
    ["Nomor Kartu Keluarga", person?.kkNumber],
    ["Tempat, tanggal lahir", birthText(person)],
    ["Jenis kelamin", person?.sexText],
    ["Agama", person?.religionText],
    ["Status perkawinan", person?.maritalText],
    ["Pekerjaan", person?.occupationText],
    ["Kewarganegaraan", person?.citizenshipText],
    ["Alamat", person?.address],
  ];
  return rows.flatMap(([label, value]) => {
    if (!value) return [];
    return [{ label, value: label === "Nama" ? [{ text: value, isBold: true }] : value }];
  });
}

function villageData(village: LetterVillage): TemplateData {
  return {
    nama: village.name,
    sebutan: village.villageTerm,
    lengkap: `${village.villageTerm} ${village.name}`,
    kepala: village.headTerm,
    kecamatan: village.districtName,
    kabupaten: village.regencyName,
    provinsi: village.provinceName,
    wilayah: `Kecamatan ${village.districtName}, ${village.regencyName}, Provinsi ${village.provinceName}`,
  };
}

function fieldData(
  field: LetterField,
  value: FieldValue | undefined,
): string | TemplateData | TemplateData[] {
  if (field.type === "person") return personData(isPersonValue(value) ? value : null);
  if (field.type === "list")
    return Array.isArray(value) ? value.slice(0, MAX_ROWS).map((row) => rowData(field, row)) : [];
  return typeof value === "string" ? fieldText(field, value) : "";
}

/** A typed value as people write it: a day in words, an amount as rupiah. */
export function fieldText(field: Pick<LetterField, "type">, value: string): string {
  if (field.type === "date") return dayText(value);
  return field.type === "money" ? moneyText(value) : value;
}

/** A row of a list of relatives, from the register; what it has no column for is left out. */
export function kinRow(
  { columns }: Pick<LetterField, "columns">,
  member: LetterPerson,
  relation: string,
): Record<string, string> {
  const known: Record<string, string | null | undefined> = {
    nama: member.name,
    nik: member.nik,
    lahir: birthText(member),
    tanggal_lahir: member.birthDate,
    kelamin: member.sexText,
    hubungan: relation,
  };
  return Object.fromEntries((columns ?? []).map(({ key }) => [key, known[key] ?? ""]));
}

function rowData(field: LetterField, row: Record<string, string>): TemplateData {
  const columns = field.columns ?? [];
  return Object.fromEntries(columns.map(({ key }) => [key, Object.hasOwn(row, key) ? (row[key] ?? "") : ""]));
}

function birthText(person: LetterPerson | null | undefined): string {
  return [person?.birthPlace, dayText(person?.birthDate)].filter(Boolean).join(", ");
}

function dayText(day: string | null | undefined): string {
  return day && isDay(day) ? formatDate(day) : (day ?? "");
}

/** Whole rupiah: `Rp1.500.000`; what is no number stays as typed. */
function moneyText(value: string): string {
  return /^\d{1,15}$/.test(value) ? `Rp${value.replace(/\B(?=(\d{3})+$)/g, ".")}` : value;
}
