import { z } from "zod";
import { fileField } from "#app/platform/files/file-field.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { RequiredDay } from "./input-parts.ts";

/** A sheet of budget and realisation. */
export const BudgetSheetInput = z.object({
  berkas: fileField({ required: true, missing: IMPORT_WORDS.fileMissing }),
});
export type BudgetSheetInput = z.infer<typeof BudgetSheetInput>;

/** A column's number counted from 0; empty: none. */
const Column = z
  .string()
  .trim()
  .regex(/^\d{0,2}$/, IMPORT_WORDS.columnUnknown)
  .optional()
  .transform((text) => (text ? Number(text) : null));

/** Which column holds what; the heading's row is counted from 1, as the sheet shows it. */
export const BudgetColumnsInput = z.object({
  kode: Column.refine((column) => column !== null, IMPORT_WORDS.codeNeeded),
  nama: Column,
  anggaran: Column,
  realisasi: Column,
  baris_judul: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, IMPORT_WORDS.headerInvalid)
    .optional()
    .transform((text) => (text && Number(text) > 0 ? Number(text) - 1 : null)),
});
export type BudgetColumnsInput = z.infer<typeof BudgetColumnsInput>;

/** The day for which the sheet's sums hold, and where rows go that a person decides. */
export const ApplyImportInput = z.object({
  tanggal: RequiredDay,
  pilihan: z.record(z.string().regex(/^b\d{1,5}$/), z.string().max(64).optional()).default({}),
});
export type ApplyImportInput = z.infer<typeof ApplyImportInput>;
