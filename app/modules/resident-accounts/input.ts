import { z } from "zod";

const DIGITS = 16;

/** A NIK as people type it: blanks, dots and dashes do no harm. */
export const nik = z
  .string({ error: "Isi NIK Anda." })
  .max(40, "NIK terdiri dari 16 angka.")
  .transform((text, check) => {
    const digits = text.replace(/[\s.\-_]/g, "");
    if (new RegExp(`^\\d{${DIGITS}}$`).test(digits)) return digits;
    check.addIssue("NIK terdiri dari 16 angka, seperti pada KTP atau KK.");
    return z.NEVER;
  });

export const pin = (missing: string) =>
  z.string({ error: missing }).min(1).max(200, "Paling panjang 200 huruf atau angka.");

/** `POST /warga/masuk`: NIK and own PIN or password. */
export const ResidentSignInInput = z.object({
  nik,
  pin: pin("Isi PIN atau kata sandi Anda."),
  next: z.string().max(500).optional(),
});
export type ResidentSignInInput = z.infer<typeof ResidentSignInInput>;
