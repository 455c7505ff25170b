import { z } from "zod";
import { EXIT_DAYS } from "./rules.ts";
import { DATA_WORDS } from "./words.ts";

const Password = z.string("Kata sandi wajib diisi.").max(200);

export const StartExportInput = z
  .object({
    frasa: z.string("Frasa sandi wajib diisi.").max(200, "Frasa sandi paling panjang 200 huruf."),
    ulangi: z.string("Ketik frasa sandi sekali lagi.").max(200),
    kata_sandi: Password,
  })
  .refine(({ frasa, ulangi }) => frasa === ulangi, { path: ["ulangi"], error: DATA_WORDS.passphrasesDiffer });
export type StartExportInput = z.infer<typeof StartExportInput>;

export const AskExitInput = z.object({
  tunggu: z.coerce
    .number("Isi jumlah hari dengan angka.")
    .int("Isi dengan angka bulat.")
    .min(EXIT_DAYS.least, `Paling sedikit ${EXIT_DAYS.least} hari.`)
    .max(EXIT_DAYS.most, `Paling banyak ${EXIT_DAYS.most} hari.`),
  alamat: z.string("Nama alamat desa wajib diisi.").trim().toLowerCase().max(100),
  kata_sandi: Password,
});
export type AskExitInput = z.infer<typeof AskExitInput>;

export const CallOffExitInput = z.object({});
export type CallOffExitInput = z.infer<typeof CallOffExitInput>;
