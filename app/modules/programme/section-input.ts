import { z } from "zod";
import { line } from "./input-parts.ts";

const Fields = {
  nama: line("Isi nama program.", 160),
  tujuan: line("Tulis tujuan program ini.", 400),
};

/** A programme (bidang kerja) that is added to a year. */
export const AddSectionInput = z.object(Fields);
export type AddSectionInput = z.infer<typeof AddSectionInput>;

/** One that stands already. */
export const SaveSectionInput = z.object({ program: line("Pilih program dari daftar.", 64), ...Fields });
export type SaveSectionInput = z.infer<typeof SaveSectionInput>;

export const RemoveSectionInput = z.object({ program: line("Pilih program dari daftar.", 64) });
export type RemoveSectionInput = z.infer<typeof RemoveSectionInput>;
