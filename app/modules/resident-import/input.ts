import { z } from "zod";
import { fileField } from "#app/platform/files/file-field.ts";
import { IMPORT_WORDS } from "./words.ts";

export const StartImportInput = z.object({
  tanggal: z.iso.date(IMPORT_WORDS.dayUnknown),
  berkas: fileField({ required: true, missing: IMPORT_WORDS.fileMissing }),
});
export type StartImportInput = z.infer<typeof StartImportInput>;

/** Column of each field, by the field's key; empty for none. */
export const MapColumnsInput = z.object({
  kolom: z
    .record(z.string().max(40), z.string().regex(/^\d{0,3}$/, "Pilih salah satu judul kolom."))
    .default({}),
});
export type MapColumnsInput = z.infer<typeof MapColumnsInput>;

export const ApplyInput = z.object({
  /** SHDK of a second head, or `buang`. */
  kepala_kedua: z
    .string()
    .regex(/^(buang|[2-9]|10|11)$/, "Pilih salah satu dari daftarnya.")
    .optional(),
});
export type ApplyInput = z.infer<typeof ApplyInput>;

export const NoInput = z.object({});
export type NoInput = z.infer<typeof NoInput>;

/** Which changes of persons are taken over, as `line:field`; of the lines that the page showed. */
export const KeepInput = z.object({
  baris: z.array(z.coerce.number().int().min(1)).min(1, "Tidak ada baris yang dipilih.").max(100),
  ambil: z
    .array(z.string().regex(/^\d{1,7}:[A-Za-z]{1,40}$/, "Pilihan ini tidak dikenal. Muat ulang halaman."))
    .max(3000)
    .default([]),
  /** Lines whose people stay wholly as they are. */
  biarkan: z.array(z.coerce.number().int().min(1)).max(100).default([]),
});
export type KeepInput = z.infer<typeof KeepInput>;

/** One column for all persons. */
export const KeepColumnInput = z.object({
  kolom: z.string("Pilih kolomnya.").min(1, "Pilih kolomnya.").max(40),
  semua: z.enum(["ambil", "jangan"], "Pilih ambil atau jangan."),
});
export type KeepColumnInput = z.infer<typeof KeepColumnInput>;
