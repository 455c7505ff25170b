import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { uploadField } from "#app/platform/files/file-field.ts";
import {
  line,
  OptionalDay,
  optionalLine,
  optionalPublicLine,
  publicLine,
  Version,
} from "#app/platform/input-parts.ts";
import { personName } from "#app/platform/person-input.ts";
import type { Holiday } from "#app/platform/working-day-rules.ts";
import { CLASSES } from "./document-rules.ts";
import { GROUNDS, OUTCOMES, WAYS } from "./request-rules.ts";

const CONTACT = "Isi nomor telepon atau alamat surel, supaya jawabannya sampai.";

/** What somebody asks for, on the web or at the counter. */
export const RequestInput = z.object({
  nama: personName,
  alamat: line("Tulis alamat Anda.", 300),
  kontak: line(CONTACT, 120).refine(
    (text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) || /^\+?\d[\d ()-]{6,20}$/.test(text),
    CONTACT,
  ),
  identitas: z
    .string()
    .trim()
    .transform((text) => text.replace(/[\s.-]/g, ""))
    .refine((text) => text === "" || /^\d{16}$/.test(text), "NIK terdiri dari 16 angka. Boleh dikosongkan.")
    .optional()
    .transform((text) => text || null),
  informasi: publicLine("Tulis informasi apa yang diminta.", 2000),
  tujuan: publicLine("Tulis untuk apa informasi itu dipakai.", 500),
  cara: z.enum(WAYS, { error: "Pilih cara menerima informasinya." }),
});
export type RequestInput = z.infer<typeof RequestInput>;

/** The same at the counter, on the day on which it came. */
export const CounterRequestInput = RequestInput.extend({ diterima: OptionalDay });
export type CounterRequestInput = z.infer<typeof CounterRequestInput>;

export const ExtendInput = z.object({
  versi: Version,
  alasan: line("Tulis mengapa jawaban memerlukan waktu lebih lama.", 600),
});
export type ExtendInput = z.infer<typeof ExtendInput>;

/** An answer; what is withheld wants its ground in law. */
export const AnswerInput = z
  .object({
    versi: Version,
    hasil: z.enum(OUTCOMES, { error: "Pilih diberikan, diberikan sebagian, atau ditolak." }),
    jawaban: line("Tulis jawabannya, atau alasan penolakannya.", 3000),
    dasar: z
      .enum(["", ...GROUNDS], { error: "Pilih dasar hukum dari daftar." })
      .optional()
      .transform((ground) => ground || null),
    berkas: uploadField(),
  })
  .superRefine(({ hasil, dasar }, check) => {
    if (hasil !== "given" && dasar === null)
      check.addIssue({
        code: "custom",
        path: ["dasar"],
        message: "Penolakan harus menyebut dasar hukumnya. Pilih pasalnya.",
      });
  });
export type AnswerInput = z.infer<typeof AnswerInput>;

export const WithdrawInput = z.object({
  versi: Version,
  alasan: line("Tulis bagaimana pemohon menariknya.", 300),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;

const document = z.object({
  kelas: z.enum(CLASSES, { error: "Pilih golongan informasinya." }),
  judul: publicLine("Tulis judul dokumennya.", 200),
  ringkasan: optionalPublicLine(1000),
  tahun: z
    .string()
    .trim()
    .refine((text) => text === "" || /^(19|20)\d\d$/.test(text), "Isi tahun dengan empat angka.")
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  dasar: z
    .enum(["", ...GROUNDS], { error: "Pilih dasar hukum dari daftar." })
    .optional()
    .transform((ground) => ground || null),
  ditutup_sampai: OptionalDay,
  umumkan: z.coerce.boolean().default(false),
  berkas: uploadField(),
});

function checkWithheld(
  { kelas, dasar, ditutup_sampai }: { kelas: string; dasar: string | null; ditutup_sampai: string | null },
  check: z.RefinementCtx,
): void {
  if (kelas !== "dikecualikan") return;
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message });
  if (!dasar) refuse("dasar", "Informasi yang dikecualikan harus menyebut dasar hukumnya.");
  if (!ditutup_sampai) refuse("ditutup_sampai", "Isi sampai kapan informasi ini dikecualikan.");
}

/** A document of the public list. */
export const DocumentInput = document.superRefine(checkWithheld);
export type DocumentInput = z.infer<typeof DocumentInput>;

export const SaveDocumentInput = document.extend({ versi: Version }).superRefine(checkWithheld);
export type SaveDocumentInput = z.infer<typeof SaveDocumentInput>;

const MOST_HOLIDAYS = 200;

/** Holidays one a line: `2026-12-25 Natal`. */
export const HolidaysInput = z.object({
  versi: optionalLine(40),
  libur: z
    .string({ error: "Tulis satu hari libur di setiap baris." })
    .max(20_000, "Daftarnya terlalu panjang. Hapus tahun yang sudah lewat.")
    .transform((text, check): Holiday[] => {
      const lines = text.split("\n").flatMap((each) => each.trim() || []);
      const wrong = lines.find((each) => !holidayOf(each));
      if (wrong !== undefined)
        check.addIssue({
          code: "custom",
          message: `Baris "${wrong.slice(0, 60)}" tidak terbaca. Tulis seperti: 2026-12-25 Natal.`,
        });
      if (lines.length > MOST_HOLIDAYS)
        check.addIssue({ code: "custom", message: "Paling banyak 200 hari. Hapus tahun yang sudah lewat." });
      return lines.flatMap((each) => holidayOf(each) ?? []);
    }),
});
export type HolidaysInput = z.infer<typeof HolidaysInput>;

function holidayOf(text: string): Holiday | null {
  const [, day = "", name = ""] = /^(\d{4}-\d{2}-\d{2})\s+(\S.{0,79})$/.exec(text) ?? [];
  return isDay(day) ? { day, name: name.trim() } : null;
}
