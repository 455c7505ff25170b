import type { CodeListKey } from "#app/modules/population/code-lists.ts";
import { type FieldKey, fieldLabel } from "#app/modules/population/resident-fields.ts";

/** What a sheet says besides a resident's own fields: where he lives, which card he is on, how he stands. */
export type PlaceColumn = "hamlet" | "rw" | "rt" | "kkNumber" | "status" | "kind" | "card";
/** Columns that hold several things at once: place and day of birth, dusun with RT and RW. */
export type JoinedColumn = "birth" | "livesAt";
export type ImportKey = FieldKey | PlaceColumn | JoinedColumn;

/** How a cell is read. */
export type CellKind = "text" | "code" | "day" | "number" | "place" | "area" | "joined";

/** A column that an import may hold. */
export interface ImportField {
  key: ImportKey;
  label: string;
  kind: CellKind;
  /** Its heading in OpenSID's workbook, and others under which people write it; compared by `headingKey`. */
  headings: readonly string[];
  /** Of a coded column: whose list. */
  list?: CodeListKey;
  /** Most letters that it takes. */
  most: number;
}

const PLACE_LABELS: Record<PlaceColumn | JoinedColumn, string> = {
  hamlet: "Dusun",
  rw: "RW",
  rt: "RT",
  kkNumber: "Nomor KK",
  status: "Status dasar",
  kind: "Status penduduk (tetap/tidak tetap)",
  card: "Kartu keluarga",
  birth: "Tempat dan tanggal lahir dalam satu kolom",
  livesAt: "Dusun, RT, dan RW dalam satu kolom",
};

function labelOf(key: ImportKey): string {
  return PLACE_LABELS[key as PlaceColumn | JoinedColumn] ?? fieldLabel(key);
}

const text = (key: ImportKey, headings: string, most = 100): ImportField => make(key, "text", headings, most);
const day = (key: ImportKey, headings: string): ImportField => make(key, "day", headings, 40);
const number = (key: ImportKey, headings: string): ImportField => make(key, "number", headings, 40);
const area = (key: ImportKey, headings: string): ImportField => make(key, "area", headings, 60);
const code = (list: CodeListKey, headings: string, key = list as ImportKey): ImportField => ({
  ...make(key, "code", headings, 80),
  list,
});

function make(key: ImportKey, kind: CellKind, headings: string, most: number): ImportField {
  return { key, label: labelOf(key), kind, headings: headings.split("|"), most };
}

/** Every column, in the order of OpenSID's workbook; the first heading of each is OpenSID's. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  text("address", "alamat|alamat lengkap|alamat kk|jalan", 200),
  area("hamlet", "dusun|nama dusun|lingkungan|banjar|jorong|padukuhan|kampung"),
  area("rw", "rw|no rw|nomor rw"),
  area("rt", "rt|no rt|nomor rt"),
  text(
    "name",
    "nama|nama lengkap|nama lengkap sesuai ktp|nama sesuai ktp|nama penduduk|nama warga|nama anggota keluarga",
  ),
  number("kkNumber", "no_kk|nomor kk|kk|no kartu keluarga|nomor kartu keluarga|nkk"),
  number("nik", "nik|no nik|nomor nik|no ktp|nomor induk kependudukan|nik ktp"),
  code("sex", "sex|jenis kelamin|jk|kelamin|l/p|gender|jns kelamin"),
  text("birthPlace", "tempatlahir|tempat lahir|tmp lahir|tempat"),
  day("birthDate", "tanggallahir|tanggal lahir|tgl lahir|lahir"),
  code("religion", "agama_id|agama"),
  code("education", "pendidikan_kk_id|pendidikan|pendidikan terakhir|pendidikan dalam kk|pendidikan kk"),
  code("schooling", "pendidikan_sedang_id|pendidikan sedang ditempuh|sedang sekolah"),
  code("occupation", "pekerjaan_id|pekerjaan|jenis pekerjaan"),
  code("maritalStatus", "status_kawin|status perkawinan|status kawin|status nikah|kawin|stat kawin"),
  code(
    "familyRole",
    "kk_level|hubungan dalam keluarga|shdk|hubungan keluarga|hubungan|status hubungan|hub kel|hubungan kk",
  ),
  code("citizenship", "warganegara_id|kewarganegaraan|warga negara|warganegara"),
  number("fatherNik", "ayah_nik|nik ayah"),
  text("fatherName", "nama_ayah|nama ayah|ayah|nama bapak|bapak|ayah kandung|nama ayah kandung"),
  number("motherNik", "ibu_nik|nik ibu|nik ibu kandung"),
  text("motherName", "nama_ibu|nama ibu|ibu|nama ibu kandung|ibu kandung"),
  code("bloodType", "golongan_darah_id|golongan darah|gol darah|goldar"),
  text("birthCertificate", "akta_lahir|akta lahir|no akta lahir|nomor akta kelahiran|akta kelahiran", 60),
  text("passport", "dokumen_pasport|paspor|no paspor|nomor paspor", 60),
  day("passportEndsOn", "tanggal_akhir_paspor|paspor berlaku sampai|tanggal akhir paspor"),
  text("stayPermit", "dokumen_kitas|kitas|kitap|no kitas", 60),
  text("marriageCertificate", "akta_perkawinan|akta perkawinan|buku nikah|no akta nikah|akta nikah", 60),
  day("marriedOn", "tanggalperkawinan|tanggal perkawinan|tanggal nikah|tanggal kawin"),
  text("divorceCertificate", "akta_perceraian|akta perceraian|akta cerai", 60),
  day("divorcedOn", "tanggalperceraian|tanggal perceraian|tanggal cerai"),
  code("disability", "cacat_id|cacat|disabilitas"),
  code("contraception", "cara_kb_id|cara kb|kb"),
  code("pregnancy", "hamil|kehamilan"),
  code("idCard", "ktp_el|ktp-el|ktp elektronik|ektp"),
  code("recording", "status_rekam|status rekam|status perekaman"),
  text("currentAddress", "alamat_sekarang|alamat sekarang|alamat domisili|domisili", 200),
  code("status", "status_dasar|status dasar|keberadaan"),
  text("ethnicity", "suku|suku/etnis|etnis", 60),
  text("tag", "tag_id_card|tag id card", 32),
  code("insurance", "id_asuransi|asuransi|asuransi_id|jenis asuransi|asuransi kesehatan"),
  text("insuranceNumber", "no_asuransi|no asuransi|nomor asuransi|no bpjs|nomor bpjs", 60),
  make("latitude", "place", "lat|lintang|latitude", 24),
  make("longitude", "place", "lng|bujur|longitude|lon", 24),
  text("note", "ket|keterangan|catatan", 500),
  make("kind", "text", "status_penduduk|status penduduk", 20),
  text("phone", "telepon|no hp|nomor hp|telepon/hp|no telepon|nomor telepon|hp|no wa", 32),
  text("nickname", "nama_panggilan|nama panggilan|alias|panggilan"),
  make("card", "text", "id_kk", 40),
  make(
    "birth",
    "joined",
    "ttl|tempat tanggal lahir|tempat tgl lahir|tempat dan tanggal lahir|tempat & tgl lahir|tmp tgl lahir",
    140,
  ),
  make("livesAt", "joined", "dusun/rt|rt/rw|dusun rt rw|dusun/rt/rw|rt rw|alamat rt rw|wilayah", 140),
];

const BY_KEY = new Map<string, ImportField>(IMPORT_FIELDS.map((field) => [field.key, field]));

/** A column by its key. @throws Error for a key that is none */
export function importFieldOf(key: string): ImportField {
  const found = BY_KEY.get(key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

/** Whether a key names a column. */
export function isImportKey(key: string): key is ImportKey {
  return BY_KEY.has(key);
}

/** Columns that people choose on the mapping page: all but those that only Balai's reading of `.sid` fills. */
export const CHOOSABLE_FIELDS = IMPORT_FIELDS.filter(({ key }) => key !== "card");
