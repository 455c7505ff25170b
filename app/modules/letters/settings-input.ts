import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { formatProblem, SERIES_BASES } from "./number-rules.ts";

/** How letters are numbered. */
export const NumberingInput = z
  .object({
    seri: z.enum(SERIES_BASES),
    format: z.string({ error: "Isi susunan nomornya." }).trim().min(1).max(120, "Paling panjang 120 huruf."),
  })
  .superRefine(({ format, seri }, check) => {
    const message = formatProblem(format, seri);
    if (message) check.addIssue({ code: "custom", message, path: ["format"] });
  });
export type NumberingInput = z.infer<typeof NumberingInput>;

const hour = z.coerce.number({ error: "Pilih jamnya." }).int().min(0).max(24);

/** When the office is open, in which promised times run. */
export const HoursInput = z
  .object({
    hari: z.array(z.coerce.number().int().min(1).max(7)).min(1, "Pilih paling sedikit satu hari kerja."),
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
  alamat: z.string().trim().max(200).default(""),
  pengguna: z.string().trim().max(100).default(""),
  kata_sandi: z.string().max(200).default(""),
});
export type BsreInput = z.infer<typeof BsreInput>;
