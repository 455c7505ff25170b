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

/** NIK or No KK as typed: what speaks against it is told once it is written, and never keeps it out. */
const number = text(32);

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

export const BirthInput = z.object({
  ...act,
  tanggal: eventDay("Isi tanggal lahir."),
  nama: personName,
  jk: code("sex", "Pilih jenis kelaminnya."),
  tempatLahir: text(100),
  ayah: optionalId,
  ibu: optionalId,
  nik: number,
  tempat: optionalCode("birthSite"),
  jenis: optionalCode("birthKind"),
  penolong: optionalCode("birthHelper"),
  pelapor: text(100),
});
export type BirthInput = z.infer<typeof BirthInput>;

const optionalDay = eventDay()
  .optional()
  .transform((value) => value ?? null);

/** Rows for the others of a family who come with the first one. */
export const MEMBER_ROWS = 8;
const HEAD = 1;

const MemberInput = z.object({
  nama: text(100).transform((name) => name?.replace(/\s+/g, " ") ?? null),
  hubungan: optionalCode("familyRole"),
  jk: optionalCode("sex"),
  tempatLahir: text(100),
  tanggalLahir: optionalDay,
  nik: number,
  kawin: optionalCode("maritalStatus"),
});
export type MemberInput = z.infer<typeof MemberInput>;

/** What a row lacks, by field; a row in which nothing is filled in is nobody. */
function faultsOf(row: MemberInput): [keyof MemberInput, string][] {
  if (Object.values(row).every((value) => value === null)) return [];
  const faults: [keyof MemberInput, string][] = [];
  if (row.nama === null || row.nama.length < 2) faults.push(["nama", "Tulis nama lengkapnya."]);
  if (row.hubungan === null) faults.push(["hubungan", EVENT_WORDS.roleMissing]);
  if (row.hubungan === HEAD) faults.push(["hubungan", EVENT_WORDS.memberIsNoHead]);
  if (row.jk === null) faults.push(["jk", "Pilih jenis kelaminnya."]);
  return faults;
}

export const MoveInInput = z
  .object({
    tanggal: eventDay("Isi tanggal datang."),
    catatan: text(500),
    nama: personName,
    jk: code("sex", "Pilih jenis kelaminnya."),
    tempatLahir: text(100),
    tanggalLahir: optionalDay,
    nik: number,
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
    anggota: z.array(MemberInput.optional()).max(MEMBER_ROWS).default([]),
  })
  .superRefine(({ kk, wilayah, hubungan, tanggal, tanggalLahir, anggota }, check) => {
    const wrong = (path: (string | number)[], message: string) =>
      check.addIssue({ code: "custom", path, message });
    if (kk === null && wilayah === null) wrong(["wilayah"], EVENT_WORDS.areaMissing);
    if (kk !== null && hubungan === null) wrong(["hubungan"], EVENT_WORDS.roleMissing);
    if (tanggalLahir && tanggalLahir > tanggal) wrong(["tanggalLahir"], EVENT_WORDS.bornAfterArrival);
    for (const [order, row] of anggota.entries()) {
      if (!row) continue;
      for (const [field, message] of faultsOf(row)) wrong(["anggota", order, field], message);
      if (row.tanggalLahir && row.tanggalLahir > tanggal)
        wrong(["anggota", order, "tanggalLahir"], EVENT_WORDS.bornAfterArrival);
    }
  });
export type MoveInInput = z.infer<typeof MoveInInput>;

export const CancelInput = z.object({
  alasan: neededText("Tulis mengapa peristiwa ini dibatalkan.", 500).min(
    5,
    "Tulis mengapa peristiwa ini dibatalkan.",
  ),
});
export type CancelInput = z.infer<typeof CancelInput>;
