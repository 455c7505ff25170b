import type { FieldGroup, GroupedField } from "#app/platform/privacy/field-groups.ts";
import type { CodeListKey } from "./code-lists.ts";
import { SEALED_RESIDENT_FIELDS, type SealedKey } from "./sealed-fields.ts";

/** Coded fields that a person may set; `status` follows from events. */
export type CodedKey = Exclude<
  CodeListKey,
  "status" | "birthSite" | "birthKind" | "birthHelper" | "deathCause" | "deathWitness" | "moveReach"
>;
export type TextKey =
  | "name"
  | "nickname"
  | "birthPlace"
  | "address"
  | "currentAddress"
  | "fatherName"
  | "motherName"
  | "ethnicity"
  | "note"
  | "origin"
  | "purpose"
  | "host";
export type DayKey = "birthDate" | "passportEndsOn" | "marriedOn" | "divorcedOn" | "staysUntil";
export type PlaceKey = "latitude" | "longitude";
export type FieldKey = CodedKey | TextKey | DayKey | PlaceKey | SealedKey;

/** A field of a resident that people fill in. */
export interface ResidentField extends GroupedField {
  key: FieldKey;
  label: string;
  kind: "text" | "code" | "day" | "place" | "sealed";
  /** Most letters that it takes. */
  most: number;
  /** Name in forms. */
  form: string;
}

/** Everything about a resident in the clear, by the names that events and forms use. */
export type ResidentValues = Record<CodedKey, number | null> &
  Record<TextKey | DayKey | SealedKey, string | null> &
  Record<PlaceKey, number | null>;

const FORM_NAMES: Record<FieldKey, string> = {
  name: "nama",
  nickname: "panggilan",
  nik: "nik",
  sex: "kelamin",
  birthPlace: "tempat_lahir",
  birthDate: "tanggal_lahir",
  birthCertificate: "akta_lahir",
  religion: "agama",
  citizenship: "kewarganegaraan",
  maritalStatus: "status_kawin",
  marriageCertificate: "akta_kawin",
  marriedOn: "tanggal_kawin",
  divorceCertificate: "akta_cerai",
  divorcedOn: "tanggal_cerai",
  education: "pendidikan",
  schooling: "sekolah",
  occupation: "pekerjaan",
  familyRole: "hubungan",
  fatherName: "nama_ayah",
  fatherNik: "nik_ayah",
  motherName: "nama_ibu",
  motherNik: "nik_ibu",
  address: "alamat",
  currentAddress: "alamat_sekarang",
  phone: "telepon",
  bloodType: "golongan_darah",
  idCard: "ktp",
  recording: "perekaman",
  tag: "tag",
  passport: "paspor",
  passportEndsOn: "paspor_sampai",
  stayPermit: "izin_tinggal",
  ethnicity: "suku",
  disability: "disabilitas",
  contraception: "cara_kb",
  pregnancy: "kehamilan",
  insurance: "asuransi",
  insuranceNumber: "nomor_asuransi",
  latitude: "lintang",
  longitude: "bujur",
  origin: "asal",
  purpose: "keperluan",
  host: "tuan_rumah",
  staysUntil: "tinggal_sampai",
  note: "keterangan",
};

const field = (
  key: FieldKey,
  label: string,
  kind: ResidentField["kind"],
  group: FieldGroup = "general",
  most = 100,
): ResidentField => ({
  key,
  label,
  kind,
  group,
  most,
  field: `residents.${kebab(key)}`,
  form: FORM_NAMES[key],
});

const sealed = (key: SealedKey, label: string, most: number): ResidentField => ({
  ...field(key, label, "sealed", SEALED_RESIDENT_FIELDS[key].group, most),
  field: SEALED_RESIDENT_FIELDS[key].field,
});

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Every field with its name on screens and the group that decides who sees it. */
export const RESIDENT_FIELDS: readonly ResidentField[] = [
  field("name", "Nama lengkap", "text"),
  field("nickname", "Nama panggilan", "text"),
  sealed("nik", "NIK", 32),
  field("sex", "Jenis kelamin", "code"),
  field("birthPlace", "Tempat lahir", "text"),
  field("birthDate", "Tanggal lahir", "day"),
  sealed("birthCertificate", "Nomor akta kelahiran", 60),
  field("religion", "Agama", "code"),
  field("citizenship", "Kewarganegaraan", "code"),
  field("maritalStatus", "Status perkawinan", "code"),
  sealed("marriageCertificate", "Nomor akta perkawinan atau buku nikah", 60),
  field("marriedOn", "Tanggal perkawinan", "day"),
  sealed("divorceCertificate", "Nomor akta perceraian", 60),
  field("divorcedOn", "Tanggal perceraian", "day"),
  field("education", "Pendidikan dalam KK", "code"),
  field("schooling", "Pendidikan yang sedang ditempuh", "code"),
  field("occupation", "Pekerjaan", "code"),
  field("familyRole", "Hubungan dalam keluarga", "code"),
  field("fatherName", "Nama ayah", "text"),
  sealed("fatherNik", "NIK ayah", 32),
  field("motherName", "Nama ibu", "text"),
  sealed("motherNik", "NIK ibu", 32),
  field("address", "Alamat", "text", "general", 200),
  field("currentAddress", "Alamat sekarang, bila berbeda", "text", "general", 200),
  sealed("phone", "Nomor telepon", 32),
  field("bloodType", "Golongan darah", "code"),
  field("idCard", "KTP-el", "code"),
  field("recording", "Status perekaman", "code"),
  sealed("tag", "Nomor kartu (tag ID)", 32),
  sealed("passport", "Nomor paspor", 60),
  field("passportEndsOn", "Paspor berlaku sampai", "day"),
  sealed("stayPermit", "Nomor KITAS/KITAP", 60),
  field("ethnicity", "Suku", "text", "ethnicity", 60),
  field("disability", "Disabilitas", "code", "disability"),
  field("contraception", "Cara KB", "code", "health"),
  field("pregnancy", "Kehamilan", "code", "health"),
  field("insurance", "Asuransi kesehatan", "code", "insurance"),
  sealed("insuranceNumber", "Nomor asuransi", 60),
  field("latitude", "Lintang", "place"),
  field("longitude", "Bujur", "place"),
  field("origin", "Datang dari", "text", "general", 200),
  field("purpose", "Maksud dan tujuan", "text", "general", 200),
  field("host", "Nama dan alamat yang didatangi", "text", "general", 200),
  field("staysUntil", "Tinggal sampai", "day"),
  field("note", "Keterangan", "text", "general", 500),
];

const BY_KEY = new Map<string, ResidentField>(RESIDENT_FIELDS.map((each) => [each.key, each]));

/** A field by its key. @throws Error for a key that is none */
export function fieldOf(key: string): ResidentField {
  const found = BY_KEY.get(key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
}

/** What a field is called; keys of other things (`familyId`) show as they are. */
export function fieldLabel(key: string): string {
  return BY_KEY.get(key)?.label ?? OTHER_LABELS[key] ?? key;
}

const OTHER_LABELS: Record<string, string> = {
  familyId: "Kartu keluarga",
  areaId: "Wilayah",
  hamletId: "Dusun",
  kind: "Jenis penduduk",
  status: "Status",
};
