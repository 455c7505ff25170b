import { z } from "zod";
import { uploadField } from "#app/platform/files/file-field.ts";
import { BOOKS, type BookField, MAX_BOOK_NUMBER } from "./book-rules.ts";
import { CHECKLIST_ITEMS } from "./checklist-rules.ts";
import { SETTINGS_WORDS } from "./words.ts";

const tooLong = (max: number) => `Paling panjang ${max} huruf. Ringkaslah isian ini.`;

/** One line of text without control characters; empty becomes null. */
function optionalLine(max: number) {
  return z
    .string()
    .trim()
    .max(max, tooLong(max))
    .regex(/^\P{C}*$/u, "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.")
    .optional()
    .transform((text) => text || null);
}

function line(missing: string, max: number) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(max, tooLong(max))
    .regex(/^\P{C}*$/u, "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.");
}

/** A word or two that stand before names. */
function term(missing: string, max: number) {
  return line(missing, max).regex(
    /^\p{L}[\p{L} .'-]*$/u,
    "Sebutan hanya berisi huruf dan spasi, tanpa angka. Periksa ejaannya.",
  );
}

/** Several lines; line ends of every system become `\n`. */
function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, tooLong(max))
    .optional()
    .transform((text) => text?.replace(/\r\n?/g, "\n") || null);
}

const version = z.string().max(60).default("");

export const SaveIdentityInput = z.object({
  versi: version,
  alamat: optionalLine(200),
  kode_pos: z
    .string()
    .trim()
    .regex(/^\d{5}$/, "Kode pos terdiri atas 5 angka, misalnya 83351.")
    .optional()
    .transform((text) => text || null),
  telepon: z
    .string()
    .trim()
    .regex(/^[+(]?\d[\d ()./-]{4,28}$/, "Tulis nomor telepon dengan angka, misalnya 0370 123456.")
    .optional()
    .transform((text) => text || null),
  surel: z
    .email("Alamat surel belum lengkap. Tulis misalnya kantor@desa.id.")
    .max(120, tooLong(120))
    .optional()
    .transform((text) => text || null),
  jam_pelayanan: optionalText(300),
  tentang: optionalText(2000),
  berkas: uploadField(),
});
export type SaveIdentityInput = z.infer<typeof SaveIdentityInput>;

const MAX_KOP_LINES = 5;
const MAX_KOP_LETTERS = 80;

export const SaveLetterheadInput = z.object({
  versi: version,
  baris: z
    .string({ error: "Tulis paling sedikit satu baris kop." })
    .max(1000, tooLong(1000))
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((each) => each.replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim())
        .filter(Boolean),
    )
    .refine((lines) => lines.length > 0, "Tulis paling sedikit satu baris kop.")
    .refine(
      (lines) => lines.length <= MAX_KOP_LINES,
      `Kop paling banyak ${MAX_KOP_LINES} baris; alamat ditambahkan sendiri.`,
    )
    .superRefine((lines, check) => {
      lines.forEach((each, index) => {
        if (each.length > MAX_KOP_LETTERS)
          check.addIssue(
            `Baris ${index + 1} (“${each.slice(0, 20)}…”) berisi ${each.length} huruf. Paling panjang ${MAX_KOP_LETTERS} huruf; ringkaslah, atau pecah menjadi dua baris.`,
          );
      });
    }),
});
export type SaveLetterheadInput = z.infer<typeof SaveLetterheadInput>;

export const SavePaperInput = z.object({
  versi: version,
  kertas: z.enum(["F4", "A4"], "Pilih ukuran kertas."),
  sesuai: z
    .literal("on")
    .optional()
    .transform((tick) => tick === "on"),
});
export type SavePaperInput = z.infer<typeof SavePaperInput>;

export const SaveLocalTermsInput = z.object({
  versi: version,
  zona: z.enum(["WIB", "WITA", "WIT"], "Pilih zona waktu."),
  sebutan_desa: term("Isi sebutan untuk desa, misalnya Desa.", 30),
  sebutan_kepala: term("Isi sebutan untuk kepala desa, misalnya Kepala Desa.", 40),
  sebutan_dusun: term("Isi sebutan untuk dusun, misalnya Dusun.", 30),
});
export type SaveLocalTermsInput = z.infer<typeof SaveLocalTermsInput>;

export const AddAreasInput = z.object({
  baris: z
    .string({ error: "Tulis paling sedikit satu wilayah, misalnya Dusun Montong: RT 01, RT 02." })
    .max(20_000, tooLong(20_000)),
});
export type AddAreasInput = z.infer<typeof AddAreasInput>;

export const RenameAreaInput = z.object({
  id: z.string().max(60),
  nama_lama: z.string().max(200).default(""),
  nama: line("Isi namanya.", 80),
});
export type RenameAreaInput = z.infer<typeof RenameAreaInput>;

export const RetireAreaInput = z.object({ id: z.string().max(60) });
export type RetireAreaInput = z.infer<typeof RetireAreaInput>;

/** Last number of a book; empty means that Balai doesn't continue it. Dots may group thousands. */
function bookNumber(name: string) {
  return z
    .string()
    .trim()
    .regex(/^(\d{1,5}|\d{1,2}\.\d{3})$/, SETTINGS_WORDS.notANumber(name))
    .optional()
    .transform((text) => (text ? Number(text.replace(".", "")) : null))
    .refine((value) => value === null || value <= MAX_BOOK_NUMBER, SETTINGS_WORDS.notANumber(name));
}

const bookShape = Object.fromEntries(BOOKS.map(({ field, name }) => [field, bookNumber(name)])) as Record<
  BookField,
  ReturnType<typeof bookNumber>
>;

export const SaveBookNumbersInput = z.object({
  versi: version,
  tahun: z.coerce.number(SETTINGS_WORDS.wrongYear).int(SETTINGS_WORDS.wrongYear),
  pembetulan: z
    .literal("on")
    .optional()
    .transform((tick) => tick === "on"),
  ...bookShape,
});
export type SaveBookNumbersInput = z.infer<typeof SaveBookNumbersInput>;

export const SwitchModuleInput = z.object({
  modul: z.string().max(60),
  nyala: z.enum(["ya", "tidak"], "Pilih nyalakan atau matikan.").transform((answer) => answer === "ya"),
});
export type SwitchModuleInput = z.infer<typeof SwitchModuleInput>;

export const MarkChecklistInput = z.object({
  butir: z.enum(CHECKLIST_ITEMS, "Langkah ini tidak ada."),
  tanda: z.enum(["tidak-perlu", "perlu"], "Pilih perlu atau tidak perlu."),
});
export type MarkChecklistInput = z.infer<typeof MarkChecklistInput>;
