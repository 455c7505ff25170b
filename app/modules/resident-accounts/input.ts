import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { uploadField } from "#app/platform/files/file-field.ts";
import { personName } from "#app/platform/person-input.ts";
import { ACCOUNT_WORDS, REGISTRATION_WORDS } from "./words.ts";

/** A NIK as people type it: blanks, dots and dashes do no harm. */
const nik = z
  .string({ error: "Isi NIK Anda." })
  .max(40, "NIK terdiri dari 16 angka.")
  .transform((text, check) => {
    const digits = text.replace(/[\s.\-_]/g, "");
    if (/^\d{16}$/.test(digits)) return digits;
    check.addIssue("NIK terdiri dari 16 angka, seperti pada KTP atau KK.");
    return z.NEVER;
  });

const pin = (missing: string) =>
  z.string({ error: missing }).min(1).max(200, "Paling panjang 200 huruf atau angka.");

const newPin = { pin_baru: pin("Buat PIN Anda."), pin_lagi: pin("Tulis PIN yang sama sekali lagi.") };
const isSame = (input: { pin_baru: string; pin_lagi: string }) => input.pin_baru === input.pin_lagi;
const NOT_SAME = { message: ACCOUNT_WORDS.notSame, path: ["pin_lagi"] };

const version = z.coerce.number({ error: "Muat ulang halaman ini." }).int();
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Paling panjang ${most} huruf.`)
    .optional()
    .transform((text) => text || null);

/** `POST /warga/masuk`: NIK and own PIN or password. */
export const ResidentSignInInput = z.object({
  nik,
  pin: pin("Isi PIN atau kata sandi Anda."),
  next: z.string().max(500).optional(),
});
export type ResidentSignInInput = z.infer<typeof ResidentSignInInput>;

/** `POST /warga/aktifkan`: what the slip says, who he is, and the PIN that he makes. */
export const ActivateInput = z
  .object({
    kode: z.string({ error: "Isi kode pada slip." }).trim().max(40, "Kode terdiri dari 10 huruf dan angka."),
    nik,
    ...newPin,
  })
  .refine(isSame, NOT_SAME);
export type ActivateInput = z.infer<typeof ActivateInput>;

export const ChangePinInput = z
  .object({ pin: pin("Isi PIN atau kata sandi sekarang."), ...newPin })
  .refine(isSame, NOT_SAME);
export type ChangePinInput = z.infer<typeof ChangePinInput>;

/** `POST /warga/daftar`. */
export const RegisterInput = z
  .object({
    nik,
    nama: personName,
    tanggal_lahir: z
      .string({ error: "Isi tanggal lahir Anda." })
      .refine(isDay, "Isi tanggal yang ada di kalender."),
    telepon: z
      .string({ error: "Isi nomor telepon Anda." })
      .trim()
      .regex(/^[+\d\s().-]{8,25}$/, "Tulis nomor telepon seperti 0812-3456-7890."),
    ...newPin,
    berkas: uploadField({ required: true, missing: REGISTRATION_WORDS.noPhoto }),
  })
  .refine(isSame, NOT_SAME);
export type RegisterInput = z.infer<typeof RegisterInput>;

/** What staff decides about a registration or a proposal. */
export const DecideInput = z
  .object({
    versi: version,
    putusan: z.enum(["terima", "tolak"], { error: "Pilih terima atau tolak." }),
    alasan: optional(500),
  })
  .refine(({ putusan, alasan }) => putusan === "terima" || alasan !== null, {
    message: "Tulis alasannya, supaya warga tahu apa yang harus diperbaiki.",
    path: ["alasan"],
  });
export type DecideInput = z.infer<typeof DecideInput>;

/** What a resident says is wrong. */
export const ProposeInput = z.object({
  isi: z
    .string({ error: "Tulis yang seharusnya." })
    .trim()
    .min(1, "Tulis yang seharusnya.")
    .max(200, "Paling panjang 200 huruf."),
  keterangan: optional(500),
});
export type ProposeInput = z.infer<typeof ProposeInput>;

export const AccountStateInput = z.object({
  versi: version,
  keadaan: z.enum(["blokir", "buka"], { error: "Muat ulang halaman ini." }),
});
export type AccountStateInput = z.infer<typeof AccountStateInput>;
