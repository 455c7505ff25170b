import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { password, personName, username } from "#app/platform/person-input.ts";
import { normalisePhone } from "./identity-rules.ts";
import { POSITIONS } from "./permissions.ts";

const identity = z
  .string({ error: "Isi nomor telepon, surel, atau nama pengguna Anda." })
  .trim()
  .min(1)
  .max(120, "Paling panjang 120 huruf.");

/** `POST /masuk`: phone, e-mail or user name, and password. */
export const SignInInput = z.object({
  identitas: identity,
  kata_sandi: password("Isi kata sandi Anda."),
  next: z.string().max(500).optional(),
});
export type SignInInput = z.infer<typeof SignInInput>;

/** Going on behind the idle lock. */
export const UnlockInput = SignInInput.pick({ kata_sandi: true, next: true });
export type UnlockInput = z.infer<typeof UnlockInput>;

/** Quick change of user on the shared PC. */
export const SwitchUserInput = z.object({
  akun: z.string({ error: "Pilih nama Anda." }).max(40),
  kata_sandi: password("Isi kata sandi Anda."),
});
export type SwitchUserInput = z.infer<typeof SwitchUserInput>;

const phone = z
  .string()
  .trim()
  .max(30, "Nomor telepon terlalu panjang.")
  .transform((text, check) => {
    const digits = normalisePhone(text);
    if (!digits) check.addIssue("Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890.");
    return digits ?? z.NEVER;
  });

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(120, "Surel paling panjang 120 huruf.")
  .pipe(z.email("Surel tidak dikenali. Tulis seperti nama@contoh.id."));

/** Own account: name and what one signs in with. */
export const ChangeAccountInput = z.object({
  nama: personName,
  telepon: phone.optional(),
  surel: email.optional(),
  nama_pengguna: username.optional(),
});
export type ChangeAccountInput = z.infer<typeof ChangeAccountInput>;

export const ChangePasswordInput = z
  .object({
    kata_sandi: password("Isi kata sandi Anda yang sekarang."),
    kata_sandi_baru: password("Isi kata sandi baru."),
    ulangi: password("Tulis lagi kata sandi baru."),
  })
  .refine((input) => input.kata_sandi_baru === input.ulangi, {
    path: ["ulangi"],
    error: "Kedua kata sandi baru tidak sama. Tulis lagi.",
  });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** A new password by a one-time link. */
export const SetPasswordInput = z
  .object({ kata_sandi: password("Isi kata sandi baru."), ulangi: password("Tulis lagi kata sandi baru.") })
  .refine((input) => input.kata_sandi === input.ulangi, {
    path: ["ulangi"],
    error: "Kedua kata sandi tidak sama. Tulis lagi.",
  });
export type SetPasswordInput = z.infer<typeof SetPasswordInput>;

const day = (missing: string) =>
  z.string({ error: missing }).refine(isDay, "Tanggal tidak dikenali. Pilih tanggal yang ada.");

const termFields = {
  status: z.enum(["definitif", "pj", "plt", "plh"], { error: "Pilih status jabatan." }),
  wilayah: z.string().max(40).optional(),
  mulai: day("Isi tanggal mulai menjabat.").refine(
    (date) => date >= "1990-01-01" && date <= "2099-12-31",
    "Tanggal mulai menjabat di luar batas. Periksa tahunnya.",
  ),
};
const position = z.enum(POSITIONS, { error: "Pilih jabatan." });

export const InvitePersonInput = z.object({
  nama: personName,
  telepon: phone.optional(),
  jabatan: position,
  ...termFields,
});
export type InvitePersonInput = z.infer<typeof InvitePersonInput>;

const decree = z.string().trim().max(120, "Nomor keputusan paling panjang 120 huruf.").optional();

/** A further position for somebody who already has an account. */
export const GivePositionInput = z.object({ jabatan: position, ...termFields, keputusan: decree });
export type GivePositionInput = z.infer<typeof GivePositionInput>;

const version = z.coerce.number({ error: "Formulir tidak lengkap. Muat ulang halaman." }).int();

export const ChangePositionInput = z.object({ ...termFields, keputusan: decree, versi: version });
export type ChangePositionInput = z.infer<typeof ChangePositionInput>;

export const EndPositionInput = z.object({
  berakhir: day("Isi tanggal berakhir menjabat."),
  yakin: z.literal("on", { error: "Centang kalimat ini bila jabatannya memang harus berakhir." }),
  versi: version,
});
export type EndPositionInput = z.infer<typeof EndPositionInput>;

/** The work of an official who leaves goes to his successor. */
export const HandOverAccountInput = z.object({
  kepada: z.string({ error: "Pilih penggantinya." }).max(40),
  catatan: z
    .string({ error: "Tulis apa yang sudah selesai dan apa yang tersisa." })
    .trim()
    .min(1)
    .max(600, "Paling panjang 600 huruf. Ringkaslah isian ini."),
  akun: z.enum(["berhenti", "tetap"], { error: "Pilih apa yang terjadi dengan akunnya." }),
});
export type HandOverAccountInput = z.infer<typeof HandOverAccountInput>;

/** A new account by an invitation. */
export const AcceptInvitationInput = z.object({
  nama: personName,
  telepon: phone.optional(),
  nama_pengguna: username.optional(),
  kata_sandi: password("Buat kata sandi."),
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

/** A further position for an account that exists, by an invitation. */
export const JoinPositionInput = SignInInput.omit({ next: true });
export type JoinPositionInput = z.infer<typeof JoinPositionInput>;
