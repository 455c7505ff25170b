import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { personName } from "#app/platform/person-input.ts";
import { MAX_BLOCK } from "./number-rules.ts";

const HOW_MANY = `Isi angka 1 sampai ${MAX_BLOCK}.`;

/** Setting numbers aside for letters that are written by hand. */
export const ReserveBlockInput = z.object({
  jumlah: z.coerce.number({ error: HOW_MANY }).int(HOW_MANY).min(1, HOW_MANY).max(MAX_BLOCK, HOW_MANY),
  alasan: z
    .string({ error: "Tulis sebabnya, misalnya listrik padam." })
    .trim()
    .min(3, "Tulis sebabnya, misalnya listrik padam.")
    .max(200, "Paling panjang 200 huruf."),
  jenis: z
    .string()
    .trim()
    .max(60)
    .optional()
    .transform((text) => text || null),
});
export type ReserveBlockInput = z.infer<typeof ReserveBlockInput>;

/** A letter that was written under one of them. */
export const RegisterLetterInput = z.object({
  nomor: z.coerce.number({ error: "Pilih nomornya." }).int("Pilih nomornya."),
  jenis: z.string({ error: "Pilih jenis suratnya." }).trim().min(1, "Pilih jenis suratnya.").max(60),
  nama: z.preprocess((value) => value || undefined, personName),
  tanggal: z.string({ error: "Isi tanggal suratnya." }).refine(isDay, "Isi tanggal yang ada di kalender."),
  keperluan: z
    .string()
    .trim()
    .max(200, "Paling panjang 200 huruf.")
    .optional()
    .transform((text) => text || null),
});
export type RegisterLetterInput = z.infer<typeof RegisterLetterInput>;
