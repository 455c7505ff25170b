import { z } from "zod";
import { password, personName, username } from "#app/platform/person-input.ts";

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

/** A new account above the villages, by an invitation. */
export const AcceptOverseerInput = z.object({
  nama: personName,
  nama_pengguna: username,
  kata_sandi: password("Buat kata sandi."),
});
export type AcceptOverseerInput = z.infer<typeof AcceptOverseerInput>;

/** An operator invites another one, or the admin of a kabupaten. */
export const InviteByOperatorInput = z
  .object({
    nama: personName,
    peran: z.enum(["operator", "kabupaten"], { error: "Pilih perannya." }),
    kabupaten: z.string().max(5, "Pilih kabupaten atau kotanya.").optional(),
  })
  .refine((input) => input.peran === "operator" || Boolean(input.kabupaten), {
    path: ["kabupaten"],
    error: "Pilih kabupaten atau kotanya.",
  });
export type InviteByOperatorInput = z.infer<typeof InviteByOperatorInput>;

/** The admin of a kabupaten invites somebody of his own office. */
export const InviteByRegencyInput = z.object({
  nama: personName,
  peran: z.enum(["admin", "petugas"], { error: "Pilih perannya." }),
});
export type InviteByRegencyInput = z.infer<typeof InviteByRegencyInput>;

export const ChangeOverseerPasswordInput = z
  .object({
    kata_sandi: password("Isi kata sandi Anda yang sekarang."),
    kata_sandi_baru: password("Isi kata sandi baru."),
    ulangi: password("Tulis lagi kata sandi baru."),
  })
  .refine((input) => input.kata_sandi_baru === input.ulangi, {
    path: ["ulangi"],
    error: "Kedua kata sandi baru tidak sama. Tulis lagi.",
  });
export type ChangeOverseerPasswordInput = z.infer<typeof ChangeOverseerPasswordInput>;
