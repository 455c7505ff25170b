import { z } from "zod";
import { isCode } from "#app/modules/population/code-lists.ts";
import { day, line, OptionalDay, OptionalRupiah, optionalLine, Version } from "#app/platform/input-parts.ts";
import { count, oneOf, optionalText } from "./input-parts.ts";
import { CHANGE_KINDS } from "./inventory-rules.ts";
import { ENTRY_WORDS, OFFICIAL_WORDS, ORIGIN_ORDER } from "./words.ts";

export const RULE_KEYS = ["peraturan-desa", "peraturan-bersama", "peraturan-kepala-desa"] as const;
export const BOOK_KEYS = ["lembaran-desa", "berita-desa"] as const;

const NUMBER = "Tulis nomornya.";
const SET_ON = "Isi tanggal ditetapkan.";
const ABOUT = "Tulis tentang apa.";
const note = optionalLine(300);
const reported = { nomor_laporan: optionalLine(100), dilaporkan: OptionalDay };

/** A.1 */
export const RegulationInput = z
  .object({
    jenis: oneOf(RULE_KEYS, "Pilih jenis peraturannya."),
    nomor: line(NUMBER, 100),
    ditetapkan: day(SET_ON),
    tentang: line(ABOUT, 500),
    uraian: optionalText(),
    disepakati: OptionalDay,
    ...reported,
    keterangan: note,
  })
  .superRefine(({ ditetapkan, disepakati, dilaporkan }, check) => {
    if (disepakati && disepakati > ditetapkan)
      check.addIssue({ code: "custom", path: ["disepakati"], message: ENTRY_WORDS.agreedAfter });
    if (dilaporkan && dilaporkan < ditetapkan)
      check.addIssue({ code: "custom", path: ["dilaporkan"], message: ENTRY_WORDS.reportedBefore });
  });
export type RegulationInput = z.infer<typeof RegulationInput>;

/** A.2 */
export const DecreeInput = z
  .object({
    nomor: line(NUMBER, 100),
    ditetapkan: day(SET_ON),
    tentang: line(ABOUT, 500),
    uraian: optionalText(),
    ...reported,
    keterangan: note,
  })
  .superRefine(({ ditetapkan, dilaporkan }, check) => {
    if (dilaporkan && dilaporkan < ditetapkan)
      check.addIssue({ code: "custom", path: ["dilaporkan"], message: ENTRY_WORDS.reportedBefore });
  });
export type DecreeInput = z.infer<typeof DecreeInput>;

/** A.3 */
export const ItemInput = z.object({
  nama: line("Tulis nama barangnya.", 200),
  kode: optionalLine(60),
  jumlah: count("Tulis jumlahnya."),
  satuan: line("Tulis satuannya, misalnya buah.", 30),
  asal: oneOf(ORIGIN_ORDER, "Pilih dari mana barangnya."),
  diperoleh: day("Isi tanggal diperoleh."),
  nilai: OptionalRupiah,
  tempat: optionalLine(200),
  keterangan: note,
});
export type ItemInput = z.infer<typeof ItemInput>;

/** A.3: what became of pieces of a thing. */
export const ItemChangeInput = z.object({
  keadaan: oneOf(CHANGE_KINDS, "Pilih apa yang terjadi."),
  jumlah: count("Tulis jumlahnya."),
  tanggal: day("Isi tanggalnya."),
  dasar: optionalLine(200),
});
export type ItemChangeInput = z.infer<typeof ItemChangeInput>;

/** A.9 */
export const GazetteInput = z
  .object({
    /** Id of a regulation of A.1, where the form began there. */
    peraturan: optionalLine(64),
    buku: oneOf(BOOK_KEYS, "Pilih bukunya."),
    nomor_buku: z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, "Tulis nomor urutnya dengan angka, atau kosongkan.")
      .optional()
      .transform((text) => (text ? Number(text) : null))
      .refine((number) => number !== 0, "Nomor urut mulai dari 1."),
    jenis: line("Tulis jenis peraturannya.", 100),
    nomor: line(NUMBER, 100),
    ditetapkan: day(SET_ON),
    tentang: line(ABOUT, 500),
    diundangkan: day("Isi tanggal diundangkan."),
    keterangan: note,
  })
  .superRefine(({ ditetapkan, diundangkan }, check) => {
    if (diundangkan < ditetapkan)
      check.addIssue({ code: "custom", path: ["diundangkan"], message: ENTRY_WORDS.promulgatedBefore });
  });
export type GazetteInput = z.infer<typeof GazetteInput>;

/** A code of a list; empty becomes null. */
function code(key: "religion" | "education") {
  return z
    .string()
    .optional()
    .transform((text) => (text ? Number(text) : null))
    .refine((value) => value === null || isCode(key, value), "Pilih dari daftar.");
}

/** A.4 */
export const OfficialInput = z
  .object({
    /** Id of the term of office in Balai, where there is one. */
    masa: optionalLine(64),
    nama: line("Tulis namanya.", 120),
    jabatan: line("Pilih jabatannya.", 100),
    kelamin: oneOf(["1", "2"], "Pilih jenis kelaminnya."),
    niap: optionalLine(40),
    nip: optionalLine(40),
    tempat_lahir: optionalLine(100),
    tanggal_lahir: OptionalDay,
    agama: code("religion"),
    pangkat: optionalLine(60),
    pendidikan: code("education"),
    nomor_angkat: optionalLine(100),
    diangkat: day("Isi tanggal pengangkatan."),
    nomor_henti: optionalLine(100),
    diberhentikan: OptionalDay,
    keterangan: note,
  })
  .superRefine(({ tanggal_lahir, diangkat, diberhentikan }, check) => {
    if (tanggal_lahir && tanggal_lahir >= diangkat)
      check.addIssue({ code: "custom", path: ["tanggal_lahir"], message: OFFICIAL_WORDS.birthAfter });
    if (diberhentikan && diberhentikan < diangkat)
      check.addIssue({ code: "custom", path: ["diberhentikan"], message: OFFICIAL_WORDS.dismissedBefore });
  });
export type OfficialInput = z.infer<typeof OfficialInput>;

/** What each book takes. */
export const ENTRY_INPUTS = {
  peraturan: RegulationInput,
  keputusan: DecreeInput,
  inventaris: ItemInput,
  lembaran: GazetteInput,
  aparat: OfficialInput,
} as const;
export type EntryBook = keyof typeof ENTRY_INPUTS;
export type EntryInputs = {
  peraturan: RegulationInput;
  keputusan: DecreeInput;
  inventaris: ItemInput;
  lembaran: GazetteInput;
  aparat: OfficialInput;
};

/** Of a correction: which row, as its form's person saw it. */
export const VersionInput = z.object({ versi: Version });

/** Strikes a row out. */
export const VoidInput = z.object({ versi: Version, alasan: line("Tulis alasannya.", 300) });
export type VoidInput = z.infer<typeof VoidInput>;

/** Strikes out one change of a thing. */
export const VoidChangeInput = z.object({
  perubahan: line("Pilih perubahan yang dicoret.", 64),
  alasan: line("Tulis alasannya.", 300),
});
export type VoidChangeInput = z.infer<typeof VoidChangeInput>;
