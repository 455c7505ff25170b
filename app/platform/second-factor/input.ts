import { z } from "zod";

/** A code typed at sign-in: by time from an authenticator app, or for recovery. */
export const FactorCodeInput = z.object({
  kode: z
    .string({ error: "Isi kodenya." })
    .trim()
    .min(1)
    .max(40, "Kode ini terlalu panjang. Isi 6 angka dari aplikasi, atau kode pemulihan."),
  next: z.string().max(500).optional(),
});
export type FactorCodeInput = z.infer<typeof FactorCodeInput>;

/** A code that confirms the secret which a person has just put into his app. */
export const ConfirmTotpInput = z.object({
  kode: z
    .string({ error: "Isi 6 angka yang tampil di aplikasi." })
    .trim()
    .min(1)
    .max(20, "Kode terdiri dari 6 angka."),
});
export type ConfirmTotpInput = z.infer<typeof ConfirmTotpInput>;

const password = z
  .string({ error: "Isi kata sandi Anda." })
  .min(1)
  .max(200, "Kata sandi paling panjang 200 huruf.");

/** The own password, asked for before a second factor is set up or taken away. */
export const OwnPasswordInput = z.object({ kata_sandi: password });
export type OwnPasswordInput = z.infer<typeof OwnPasswordInput>;

export const SetUpTotpInput = ConfirmTotpInput.extend({ kata_sandi: password });
export type SetUpTotpInput = z.infer<typeof SetUpTotpInput>;

const passkeyName = z
  .string({ error: "Beri nama, misalnya Ponsel saya." })
  .trim()
  .min(2, "Nama paling sedikit 2 huruf.")
  .max(60, "Nama paling panjang 60 huruf.")
  .regex(/^[^<>{}\p{Cc}]*$/u, "Nama hanya boleh berisi huruf, angka, spasi, dan tanda baca biasa.");

/** First step of adding a passkey. */
export const AddPasskeyInput = z.object({ nama: passkeyName, kata_sandi: password });
export type AddPasskeyInput = z.infer<typeof AddPasskeyInput>;

/** What the browser answered to a challenge; the answer is JSON of the browser's own making. */
export const PasskeyAnswerInput = z.object({
  tantangan: z.string({ error: "Mulai lagi dari awal." }).max(40),
  jawaban: z.string({ error: "Mulai lagi dari awal." }).max(20_000, "Jawaban ini tidak dikenali."),
  next: z.string().max(500).optional(),
});
export type PasskeyAnswerInput = z.infer<typeof PasskeyAnswerInput>;

/** Last step of adding a passkey. */
export const SavePasskeyInput = PasskeyAnswerInput.extend({ nama: passkeyName });
export type SavePasskeyInput = z.infer<typeof SavePasskeyInput>;

export const RenamePasskeyInput = z.object({ nama: passkeyName });
export type RenamePasskeyInput = z.infer<typeof RenamePasskeyInput>;
