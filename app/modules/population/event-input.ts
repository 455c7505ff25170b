import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { type CodeListKey, isCode } from "./code-lists.ts";
import { EVENT_WORDS } from "./event-words.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const PICK = "Pilih orangnya dari daftar.";

/** A day on which something happened: back-dated as far as living memory goes. */
export const eventDay = (missing = "Isi tanggalnya.") =>
  z
    .string({ error: missing })
    .refine(
      (text) => isDay(text) && text >= "1900-01-01" && text < "2200",
      "Tanggal tidak terbaca. Pilih tanggal yang ada di kalender.",
    );

const id = (missing = PICK) => z.string({ error: missing }).regex(/^[0-9a-f-]{36}$/, missing);
const optionalId = id()
  .optional()
  .transform((text) => text ?? null);
const people = z
  .array(id(), { error: "Pilih sedikitnya satu orang." })
  .min(1, "Pilih sedikitnya satu orang.")
  .max(60);
const version = z.coerce.number({ error: RELOAD }).int(RELOAD).min(0, RELOAD).max(1_000_000_000, RELOAD);

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Paling panjang ${most} huruf.`)
    .optional()
    .transform((value) => value || null);

const neededText = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(2, missing).max(most, `Paling panjang ${most} huruf.`);

/** A value of a code list, sent as its number. */
const code = (key: CodeListKey, missing = "Pilih salah satu.") =>
  z
    .string({ error: missing })
    .regex(/^\d{1,3}$/, missing)
    .transform(Number)
    .refine((value) => isCode(key, value), missing);
const optionalCode = (key: CodeListKey) =>
  code(key)
    .optional()
    .transform((value) => value ?? null);

const number = text(30).refine(
  (value) => value === null || /^[\d\s.-]+$/.test(value),
  "Tulis angkanya saja, 16 angka seperti pada KK.",
);

/** What every event form sends besides its own fields. */
const act = {
  tanggal: eventDay(),
  catatan: text(500),
  versi: version,
  versiKk: version,
};

export const DeathInput = z.object({
  ...act,
  tanggal: eventDay("Isi tanggal meninggal."),
  sebab: optionalCode("deathCause"),
  tempat: text(100),
  penentu: optionalCode("deathWitness"),
  pelapor: text(100),
  hubungan: text(60),
  kepalaBaru: optionalId,
  pasangan: z.literal("on").optional(),
});
export type DeathInput = z.infer<typeof DeathInput>;

export const MoveOutInput = z.object({
  ...act,
  siapa: people,
  jangkauan: code("moveReach", "Pilih seberapa jauh pindahnya."),
  tujuan: neededText("Tulis alamat atau daerah tujuan.", 200),
  alasan: text(100),
  kepalaBaru: optionalId,
});
export type MoveOutInput = z.infer<typeof MoveOutInput>;

export const AbsenceInput = z.object({ ...act, siapa: people, kepalaBaru: optionalId });
export type AbsenceInput = z.infer<typeof AbsenceInput>;

export const ReturnInput = z.object({ ...act, dari: text(200) });
export type ReturnInput = z.infer<typeof ReturnInput>;

export const EndStayInput = z.object({ ...act, tujuan: text(200) });
export type EndStayInput = z.infer<typeof EndStayInput>;

export const MoveInsideInput = z.object({
  ...act,
  siapa: people,
  wilayah: id("Pilih wilayah yang baru."),
  alamat: text(200),
});
export type MoveInsideInput = z.infer<typeof MoveInsideInput>;

export const SplitInput = z.object({
  ...act,
  siapa: people,
  kepalaKkBaru: id("Pilih kepala keluarga KK yang baru."),
  kepalaBaru: optionalId,
  nomor: number,
  wilayah: optionalId,
  alamat: text(200),
});
export type SplitInput = z.infer<typeof SplitInput>;

export const MergeInput = z.object({
  ...act,
  siapa: people,
  tujuan: id("Cari, lalu pilih KK tujuan."),
  hubungan: code("familyRole", "Pilih hubungan dengan kepala keluarga KK tujuan.").refine(
    (role) => role !== 1,
    "KK tujuan sudah punya kepala keluarga. Pilih hubungan yang lain.",
  ),
  kepalaBaru: optionalId,
});
export type MergeInput = z.infer<typeof MergeInput>;

export const HeadInput = z.object({ ...act, kepalaBaru: id("Pilih kepala keluarga yang baru.") });
export type HeadInput = z.infer<typeof HeadInput>;

const personName = neededText("Tulis nama lengkapnya.", 100).transform((name) => name.replace(/\s+/g, " "));
const nik = text(30).refine(
  (value) => value === null || /^[\d\s.-]+$/.test(value),
  "Tulis angkanya saja. Bila belum punya NIK, kosongkan.",
);

export const BirthInput = z.object({
  ...act,
  tanggal: eventDay("Isi tanggal lahir."),
  nama: personName,
  jk: code("sex", "Pilih jenis kelaminnya."),
  tempatLahir: text(100),
  ayah: optionalId,
  ibu: optionalId,
  nik,
  tempat: optionalCode("birthSite"),
  jenis: optionalCode("birthKind"),
  penolong: optionalCode("birthHelper"),
  pelapor: text(100),
});
export type BirthInput = z.infer<typeof BirthInput>;

export const MoveInInput = z
  .object({
    tanggal: eventDay("Isi tanggal datang."),
    catatan: text(500),
    nama: personName,
    jk: code("sex", "Pilih jenis kelaminnya."),
    tempatLahir: text(100),
    tanggalLahir: eventDay("Isi tanggal lahir.")
      .optional()
      .transform((value) => value ?? null),
    nik,
    agama: optionalCode("religion"),
    kawin: optionalCode("maritalStatus"),
    pekerjaan: optionalCode("occupation"),
    warga: code("citizenship", "Pilih kewarganegaraannya."),
    asal: neededText("Tulis datang dari mana.", 200),
    kk: optionalId,
    hubungan: optionalCode("familyRole"),
    nomor: number,
    wilayah: optionalId,
    alamat: text(200),
  })
  .superRefine(({ kk, wilayah, hubungan }, check) => {
    const missing = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (kk === null && wilayah === null) missing("wilayah", EVENT_WORDS.areaMissing);
    if (kk !== null && hubungan === null) missing("hubungan", EVENT_WORDS.roleMissing);
  });
export type MoveInInput = z.infer<typeof MoveInInput>;

export const CancelInput = z.object({
  alasan: neededText("Tulis mengapa peristiwa ini dibatalkan.", 500).min(
    5,
    "Tulis mengapa peristiwa ini dibatalkan.",
  ),
});
export type CancelInput = z.infer<typeof CancelInput>;
