import { z } from "zod";
import { CLASS_PATTERN } from "./class-rules.ts";
import { type Read, readFieldLines, readRequirementLines } from "./kind-line-rules.ts";
import { KIND_WORDS } from "./kind-words.ts";

const tooLong = (max: number) => `Paling panjang ${max} huruf. Ringkaslah isian ini.`;

function line(missing: string, max: number) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(max, tooLong(max))
    .regex(/^\P{C}*$/u, "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.");
}

/** Lines that a reader turns into parts; its problem names the line. */
function lines<Part>(read: (text: string) => Read<Part>) {
  return z
    .string()
    .max(8_000, tooLong(8_000))
    .default("")
    .transform((text, check) => {
      const found = read(text);
      if (found.isRead) return found.parts;
      check.addIssue({ code: "custom", message: KIND_WORDS.line(found.line, found.why) });
      return z.NEVER;
    });
}

export const SaveKindInput = z.object({
  versi: z
    .string({ error: KIND_WORDS.stale })
    .regex(/^\d{1,9}$/, KIND_WORDS.stale)
    .transform(Number),
  judul: line("Isi judul surat, misalnya Surat Keterangan Domisili.", 80),
  kegunaan: line("Tulis untuk apa surat ini, dalam satu kalimat.", 200),
  klasifikasi: z.string({ error: "Pilih kode klasifikasi." }).max(40, "Pilih kode klasifikasi."),
  janji: z.enum(["T0", "T1", "T3"], "Pilih waktu selesai yang dijanjikan."),
  berlaku: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "Tulis angka 1 sampai 999, atau kosongkan bila tidak terbatas.")
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  satuan: z.enum(["day", "month", "year"], "Pilih hari, bulan, atau tahun."),
  paraf: z
    .union([z.enum(["kasi", "sekdes"]), z.array(z.enum(["kasi", "sekdes"]))], "Pilih pemberi paraf yang ada.")
    .optional()
    .transform((steps) => (steps === undefined ? [] : [steps].flat())),
  mandiri: z
    .literal("on")
    .optional()
    .transform((tick) => tick === "on"),
  isian: lines(readFieldLines),
  syarat: lines(readRequirementLines),
  isi: z.string({ error: "Isi surat masih kosong." }).max(20_000, tooLong(20_000)),
  tindakan: z.enum(["simpan", "contoh"]).catch("simpan"),
});
export type SaveKindInput = z.infer<typeof SaveKindInput>;

export const SwitchKindInput = z.object({
  kunci: z.string().max(60),
  tindakan: z.enum(["nyala", "mati", "kembali"], "Tindakan ini tidak ada."),
});
export type SwitchKindInput = z.infer<typeof SwitchKindInput>;

export const SaveClassInput = z.object({
  kode: z
    .string({ error: "Isi kode, misalnya 400.12.2.1." })
    .trim()
    .toUpperCase()
    .regex(CLASS_PATTERN, "Tulis kode dengan angka dan titik, misalnya 400.12.2.1.")
    .max(40, tooLong(40)),
  nama: line("Isi nama kode ini.", 120),
  tidak_dipakai: z
    .literal("on")
    .optional()
    .transform((tick) => tick === "on"),
});
export type SaveClassInput = z.infer<typeof SaveClassInput>;
