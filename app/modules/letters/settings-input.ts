import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { formatProblem, SERIES_BASES } from "./number-rules.ts";

/** How letters are numbered. */
export const NumberingInput = z
  .object({
    seri: z.enum(SERIES_BASES, { error: "Pilih cara nomor urut dihitung." }),
    format: z
      .string({ error: "Isi susunan nomornya." })
      .trim()
      .min(1, "Isi susunan nomornya.")
      .max(120, "Paling panjang 120 huruf."),
  })
  .superRefine(({ format, seri }, check) => {
    const message = formatProblem(format, seri);
    if (message) check.addIssue({ code: "custom", message, path: ["format"] });
  });
export type NumberingInput = z.infer<typeof NumberingInput>;

const WRONG_LAST = "Isi nomor terakhir di buku lama, 0 sampai 99.999.";
const WRONG_YEAR = "Pilih tahun ini atau tahun depan.";

/** Where the paper book of a kind or a code stands. */
export const SeriesStartInput = z.object({
  seri_awal: z
    .string({ error: "Pilih seri dari daftar." })
    .min(1, "Pilih seri dari daftar.")
    .max(120, "Pilih seri dari daftar."),
  tahun: z.coerce.number({ error: WRONG_YEAR }).int(WRONG_YEAR),
  angka: z
    .string({ error: WRONG_LAST })
    .trim()
    .transform((text) => text.replace(/\./g, ""))
    .refine((text) => /^\d{1,5}$/.test(text), WRONG_LAST)
    .transform(Number),
  pembetulan: z.coerce.boolean().default(false),
});
export type SeriesStartInput = z.infer<typeof SeriesStartInput>;

const WRONG_HOUR = "Isi jam 0 sampai 24, tanpa menit.";
const hour = z.coerce.number({ error: WRONG_HOUR }).int(WRONG_HOUR).min(0, WRONG_HOUR).max(24, WRONG_HOUR);

const WRONG_DAY = "Pilih hari dari daftar.";
const NO_DAYS = "Pilih paling sedikit satu hari kerja.";

/** When the office is open, in which promised times run. */
export const HoursInput = z
  .object({
    hari: z
      .array(z.coerce.number({ error: WRONG_DAY }).int(WRONG_DAY).min(1, WRONG_DAY).max(7, WRONG_DAY), {
        error: NO_DAYS,
      })
      .min(1, NO_DAYS),
    buka: hour,
    tutup: hour,
  })
  .refine(({ buka, tutup }) => buka < tutup, {
    message: "Jam tutup harus sesudah jam buka.",
    path: ["tutup"],
  });
export type HoursInput = z.infer<typeof HoursInput>;

/** Approval in the system, which a Perkades must allow. */
export const SystemApprovalInput = z
  .object({
    nyala: z.coerce.boolean().default(false),
    perkades: z.string().trim().max(100, "Paling panjang 100 huruf.").default(""),
    tanggal: z.string().trim().default(""),
  })
  .refine(({ nyala, perkades }) => !nyala || perkades !== "", {
    message: "Isi nomor Perkades yang mengizinkannya.",
    path: ["perkades"],
  })
  .refine(({ nyala, tanggal }) => !nyala || isDay(tanggal), {
    message: "Isi tanggal Perkades itu.",
    path: ["tanggal"],
  });
export type SystemApprovalInput = z.infer<typeof SystemApprovalInput>;

/** The village's e-sign client service; without an address it is off. */
export const BsreInput = z.object({
  alamat: z.string().trim().max(200, "Paling panjang 200 huruf.").default(""),
  pengguna: z.string().trim().max(100, "Paling panjang 100 huruf.").default(""),
  kata_sandi: z.string().max(200).default(""),
});
export type BsreInput = z.infer<typeof BsreInput>;
