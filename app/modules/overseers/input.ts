import { z } from "zod";

const password = (missing: string) =>
  z.string({ error: missing }).min(1).max(200, "Kata sandi paling panjang 200 huruf.");

/** `POST /operator/masuk` and `/kabupaten/masuk`. */
export const OverseerSignInInput = z.object({
  identitas: z
    .string({ error: "Isi nama pengguna Anda." })
    .trim()
    .min(1)
    .max(120, "Paling panjang 120 huruf."),
  kata_sandi: password("Isi kata sandi Anda."),
  next: z.string().max(500).optional(),
});
export type OverseerSignInInput = z.infer<typeof OverseerSignInInput>;
