import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { uploadField } from "#app/platform/files/file-field.ts";
import { personName } from "#app/platform/person-input.ts";
import type { LetterField, LetterKind } from "./kind-rules.ts";
import { isDeathDay, isKinList } from "./register-field-rules.ts";

const MAX_LINE = 200;
const MAX_LONG = 5_000;
const MAX_ROWS = 20;

const version = z.coerce.number({ error: "Muat ulang halaman ini." }).int();
const reason = z
  .string({ error: "Tulis alasannya, supaya yang lain tahu apa yang harus diperbaiki." })
  .trim()
  .min(3, "Tulis alasannya, supaya yang lain tahu apa yang harus diperbaiki.")
  .max(500, "Paling panjang 500 huruf.");
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Paling panjang ${most} huruf.`)
    .optional()
    .transform((text) => text || null);
const optionalDay = z
  .string()
  .trim()
  .optional()
  .refine((text) => !text || isDay(text), "Isi tanggal yang ada di kalender.")
  .transform((text) => text || null);

/** How it is to be signed; both have a usual answer. */
export const SigningInput = z.object({
  tanda_tangan: z.enum(["wet", "bsre", "system"]).default("wet"),
  penandatangan: optionalText(60),
});

/** Somebody typed in, or chosen from the family. */
export const TypedPersonInput = z.object({
  pilih: optionalText(60),
  nama: optionalText(100),
  nik: z
    .string()
    .trim()
    .optional()
    .transform((text) => text?.replace(/[\s.-]/g, "") || null)
    .refine((text) => text === null || /^\d{16}$/.test(text), "NIK terdiri dari 16 angka. Periksa lagi."),
  tempat_lahir: optionalText(100),
  tanggal_lahir: optionalDay,
  kelamin: optionalText(20),
  agama: optionalText(40),
  pekerjaan: optionalText(100),
  alamat: optionalText(300),
});
export type TypedPersonInput = z.infer<typeof TypedPersonInput>;

/** The form of a letter of this kind. */
export function letterInput(kind: Pick<LetterKind, "fields" | "requirements" | "hasSubject">) {
  const persons = kind.fields.filter(({ type }) => type === "person");
  const others = kind.fields.filter(({ type }) => type !== "person");
  const kin = kind.fields.filter(isKinList);
  const isian = z.object(
    Object.fromEntries(others.map((field) => [field.key, fieldInput(relaxed(kind, field))])),
  );
  return z.object({
    ...SigningInput.shape,
    versi: z.coerce.number().int().optional(),
    maksud: z.enum(["cetak", "simpan"]).default("simpan"),
    pemohon: TypedPersonInput.optional(),
    subjek: TypedPersonInput.optional(),
    /** Numbers of the papers that are not there yet. */
    belum: z.array(z.coerce.number().int().min(0).max(50)).default([]),
    isian: others.length > 0 ? isian.default(emptyFields(others)) : isian.optional(),
    ...Object.fromEntries(persons.map((field) => [personFieldName(field), personInput(field)])),
    ...Object.fromEntries(kin.map((field) => [kinFieldName(field), kinInput])),
  });
}
export type LetterInput = z.infer<ReturnType<typeof letterInput>>;

/** Name of the group of form fields that takes a person. */
export function personFieldName({ key }: Pick<LetterField, "key">): string {
  return `orang_${key}`;
}

/** Name of the boxes that take people of the card into a list. */
export function kinFieldName({ key }: Pick<LetterField, "key">): string {
  return `kk_${key}`;
}

const kinInput = z
  .array(z.string().max(60, "Pilih dari Kartu Keluarga."), { error: "Pilih dari Kartu Keluarga." })
  .max(MAX_ROWS, `Paling banyak ${MAX_ROWS} orang.`)
  .default([]);

/** What the register may fill in is asked for once it is known that it can't (`letterPersons`). */
function relaxed({ hasSubject }: Pick<LetterKind, "hasSubject">, field: LetterField): LetterField {
  const isFilled = isKinList(field) || (hasSubject && isDeathDay(field));
  return isFilled ? { ...field, isRequired: false } : field;
}

function personInput(field: LetterField) {
  const isThere = (person: TypedPersonInput | undefined) => Boolean(person?.pilih || person?.nama);
  return TypedPersonInput.optional().refine((person) => !field.isRequired || isThere(person), {
    message: `${field.label}: pilih dari keluarga, atau tulis namanya.`,
    path: ["nama"],
  });
}

// Without a default a form that lacks all fields would say one sentence at none of them.
function emptyFields(fields: readonly LetterField[]) {
  return Object.fromEntries(fields.map(({ key }) => [key, undefined])) as never;
}

function fieldInput(field: LetterField): z.ZodType {
  if (field.type === "list") return listInput(field);
  const missing = `${field.label}: belum diisi.`;
  const most = field.type === "long" ? MAX_LONG : MAX_LINE;
  const text = z
    .string({ error: missing })
    .trim()
    .max(most, `Paling panjang ${most} huruf. Ringkaslah isian ini.`)
    .optional()
    .refine((value) => !field.isRequired || Boolean(value), missing);
  if (field.type === "date")
    return text.refine((value) => !value || isDay(value), "Isi tanggal yang ada di kalender.");
  if (field.type === "money" || field.type === "number")
    return text.transform(plainNumber).refine(isNumber, WRONG_NUMBER);
  if (field.type === "choice")
    return text.refine((value) => !value || (field.choices ?? []).includes(value), "Pilih salah satu.");
  return text;
}

const WRONG_NUMBER = "Tulis dengan angka saja, misalnya 1.500.000.";

/** `Rp1.500.000` and `1 500 000` become `1500000`. */
function plainNumber(text: string | undefined): string | undefined {
  return text
    ?.replace(/^rp\.?/i, "")
    .replace(/\s/g, "")
    .replace(/\.(?=\d{3})/g, "");
}

function isNumber(text: string | undefined): boolean {
  return !text || /^\d{1,15}(,\d{1,4})?$/.test(text);
}

function listInput(field: LetterField) {
  const columns = field.columns ?? [];
  const cell = z.string().trim().max(MAX_LINE, `Paling panjang ${MAX_LINE} huruf.`).default("");
  const row = z.object(Object.fromEntries(columns.map(({ key }) => [key, cell])));
  return z
    .array(row)
    .max(MAX_ROWS, `Paling banyak ${MAX_ROWS} baris.`)
    .default([])
    .transform((rows) => rows.filter((each) => Object.values(each).some(Boolean)))
    .refine((rows) => !field.isRequired || rows.length > 0, `${field.label}: isi paling sedikit satu baris.`);
}

const CHOOSE_PAPERS = "Tandai syarat yang sekarang sudah ada.";

/** Papers that are there now: their places in the letter's list. */
export const CompleteLetterInput = z.object({
  versi: version,
  ada: z
    .array(z.coerce.number({ error: "Pilih syarat dari daftar." }).int().min(0).max(50), {
      error: CHOOSE_PAPERS,
    })
    .min(1, CHOOSE_PAPERS),
});
export type CompleteLetterInput = z.infer<typeof CompleteLetterInput>;

/** Moving a letter on, as it is. */
export const MoveLetterInput = z.object({ versi: version });
export type MoveLetterInput = z.infer<typeof MoveLetterInput>;

/** Marking it as signed by pen, with a photo where one was taken. */
export const SignLetterInput = z.object({ versi: version, berkas: uploadField().optional() });
export type SignLetterInput = z.infer<typeof SignLetterInput>;

/** Moving it on to the signature. */
export const IssueLetterInput = z.object({ versi: version, ...SigningInput.shape });
export type IssueLetterInput = z.infer<typeof IssueLetterInput>;

export const ReasonInput = z.object({ versi: version, alasan: reason });
export type ReasonInput = z.infer<typeof ReasonInput>;

export const HandLetterInput = z.object({
  versi: version,
  kepada: z.preprocess((value) => value || undefined, personName),
});
export type HandLetterInput = z.infer<typeof HandLetterInput>;

const CHOOSE_LETTERS = "Pilih surat yang sudah ditandatangani.";

/** Letters that a folder marks together: their ids. */
export const SignManyInput = z.object({
  surat: z
    .array(z.string().max(60, "Pilih surat dari daftar."), { error: CHOOSE_LETTERS })
    .min(1, CHOOSE_LETTERS)
    .max(100, "Paling banyak 100 surat sekali jalan."),
});
export type SignManyInput = z.infer<typeof SignManyInput>;

/** Asks for one file of the whole folder. */
export const PrintFolderInput = z.object({});

export const BsreSignInput = z.object({
  versi: version,
  nik: z
    .string({ error: "Isi NIK penandatangan." })
    .trim()
    .transform((text) => text.replace(/[\s.-]/g, ""))
    .refine((text) => /^\d{16}$/.test(text), "NIK terdiri dari 16 angka. Periksa lagi."),
  frasa_sandi: z
    .string({ error: "Isi frasa sandi sertifikat elektronik Anda." })
    .min(1, "Isi frasa sandi sertifikat elektronik Anda.")
    .max(200),
});
export type BsreSignInput = z.infer<typeof BsreSignInput>;
