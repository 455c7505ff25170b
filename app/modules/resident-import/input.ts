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
  kolom: z.record(z.string().max(40), z.coerce.number().int().min(0).max(200)).default({}),
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

/** Which changes of persons are taken over: `b{line}` -> keys of the fields; the lines that the page showed. */
export const KeepInput = z.object({
  baris: z.array(z.coerce.number().int().min(1)).max(100),
  ambil: z
    .array(z.string().regex(/^\d{1,7}:[A-Za-z]{1,40}$/))
    .max(3000)
    .default([]),
  kolom: z.string().max(40).optional(),
});
export type KeepInput = z.infer<typeof KeepInput>;
