import { z } from "zod";

/** `POST /masuk`: phone, e-mail or user name, and password. */
export const SignInInput = z.object({
  identitas: z
    .string({ error: "Isi nomor telepon, surel, atau nama pengguna Anda." })
    .trim()
    .min(1)
    .max(120, "Paling panjang 120 huruf."),
  kata_sandi: z
    .string({ error: "Isi kata sandi Anda." })
    .min(1)
    .max(200, "Kata sandi paling panjang 200 huruf."),
  next: z.string().max(500).optional(),
});
export type SignInInput = z.infer<typeof SignInInput>;
