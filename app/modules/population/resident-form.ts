import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { personName } from "#app/platform/person-input.ts";
import { isCode } from "./code-lists.ts";
import { dayFrom, text, version } from "./input-parts.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { type CodedKey, type FieldKey, RESIDENT_FIELDS, type ResidentField } from "./resident-fields.ts";
import { FORM_WORDS } from "./words.ts";

/** What a form says of a person, by the fields' keys; only fields that it had. */
export type TypedValues = Partial<Record<FieldKey, string | number | null>>;

const day = dayFrom("1850-01-01");

const code = (key: CodedKey) =>
  z
    .string()
    .trim()
    .refine(
      (value) => value === "" || (/^\d{1,3}$/.test(value) && isCode(key, Number(value))),
      FORM_WORDS.noCode,
    )
    .optional()
    .transform((value) => (value ? Number(value) : null));

/** A coordinate in degrees with a decimal comma or point. */
const place = (most: number) =>
  z
    .string()
    .trim()
    .refine(
      (value) =>
        value === "" || (/^-?\d{1,3}([.,]\d{1,12})?$/.test(value) && Math.abs(degrees(value)) <= most),
      FORM_WORDS.noPlace(most),
    )
    .optional()
    .transform((value) => (value ? degrees(value) : null));

function degrees(value: string): number {
  return Number(value.replace(",", "."));
}

function schemaOf({ kind, key, most }: ResidentField): z.ZodType {
  if (key === "name") return personName;
  if (key === "sex")
    return z
      .string({ error: FORM_WORDS.noSex })
      .regex(/^[12]$/, FORM_WORDS.noSex)
      .transform(Number);
  if (kind === "code") return code(key as CodedKey);
  if (kind === "day") return day;
  if (kind === "place") return place(key === "latitude" ? 90 : 180);
  return text(most);
}

const FIELD_SHAPE = Object.fromEntries(RESIDENT_FIELDS.map((field) => [field.form, schemaOf(field)]));
const id = z
  .string()
  .regex(/^[0-9a-f-]{36}$/, FORM_WORDS.noCode)
  .optional()
  .transform((value) => value ?? null);
const confirmed = z.string().max(40).optional();

interface Meta {
  /** What the second button confirms. */
  yakin?: string;
}

/** Fields of the form of somebody new besides his own. */
export interface AddMeta extends Meta {
  cara: "datang" | "sudah";
  jenis: "tetap" | "sementara";
  tanggal: string;
  keluarga: string | null;
  nomor_kk: string | null;
  wilayah: string | null;
}

/** Fields of the form that changes somebody. */
export interface ChangeMeta extends Meta {
  versi: number;
  sifat: "perubahan" | "pembetulan";
  tanggal: string | null;
  catatan: string | null;
  wilayah: string | null;
}

/** A parsed form: the person's fields by their keys, and the form's own. */
export type ResidentInput<M> = M & { values: TypedValues };

function keyed<M>(sent: Record<string, unknown>): ResidentInput<M> {
  const own = RESIDENT_FIELDS.filter(({ form }) => form in sent);
  const values = Object.fromEntries(own.map(({ key, form }) => [key, sent[form] as string | number | null]));
  const rest = Object.fromEntries(Object.entries(sent).filter(([name]) => !(name in FIELD_SHAPE)));
  return { ...(rest as M), values };
}

export const AddResidentInput = z
  .object({
    ...FIELD_SHAPE,
    cara: z.enum(["datang", "sudah"], { error: FORM_WORDS.noWay }),
    jenis: z.enum(["tetap", "sementara"], { error: FORM_WORDS.noKind }),
    tanggal: z
      .string({ error: FORM_WORDS.noDate })
      .refine((value) => isDay(value) && value >= "1850-01-01" && value < "2200", FORM_WORDS.noDay),
    keluarga: id,
    nomor_kk: text(32),
    wilayah: id,
    yakin: confirmed,
  })
  .transform((sent) => keyed<AddMeta>(sent));

export const ChangeResidentInput = z
  .object({
    ...FIELD_SHAPE,
    versi: version,
    sifat: z.enum(["perubahan", "pembetulan"], { error: FORM_WORDS.noPurpose }),
    tanggal: day,
    catatan: text(500),
    wilayah: id,
    yakin: confirmed,
  })
  .transform((sent) => keyed<ChangeMeta>(sent));

/**
 * What the second button of a form sends: a mark of the very entries that were doubted, so that it confirms these and no
 * others. It is no secret and tells nothing of them.
 */
export function confirmationOf(
  entries: Record<"nik" | "kk" | "name" | "birthDate" | "sex", unknown>,
): string {
  const { nik, kk, name, birthDate, sex } = entries;
  const all = [normaliseNumber(String(nik ?? "")), normaliseNumber(String(kk ?? "")), name, birthDate, sex];
  let mark = 0x811c9dc5;
  for (const letter of JSON.stringify(all.map((each) => String(each ?? "").trim())))
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, "0");
}
