import { z } from "zod";
import { normalisePhone } from "#app/modules/accounts/identity-rules.ts";
import { POSITIONS } from "#app/modules/accounts/permissions.ts";
import { fileField, uploadField } from "#app/platform/files/file-field.ts";
import { parseRegionCode } from "#db/directory/region-code.ts";
import { decreeKey } from "./match-rules.ts";
import { TRUST_WORDS } from "./words.ts";

/** One line of text without control characters and doubled blanks. */
const line = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .transform((text) => text.replace(/[\p{C}\s]+/gu, " ").trim())
    .pipe(z.string().min(2, missing).max(longest, `Paling panjang ${longest} huruf.`));

const paragraph = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(10, "Tulis sedikitnya satu kalimat (10 huruf).")
    .max(2000, "Paling panjang 2.000 huruf.");

const decree = line("Isi nomor SK pengangkatan, misalnya 141/12/Pem/2024.", 120).refine(
  (text) => decreeKey(text) !== "",
  "Nomor SK harus memuat angka, misalnya 141/12/Pem/2024.",
);

const phone = z
  .string({ error: "Isi nomor telepon Anda, supaya pemeriksa dapat menghubungi." })
  .transform((text, check) => {
    const digits = text.length > 40 ? null : normalisePhone(text);
    if (digits) return digits;
    check.addIssue({ code: "custom", message: "Nomor telepon tidak terbaca. Tulis seperti 0812 3456 7890." });
    return z.NEVER;
  });

const version = z.coerce
  .number({ error: "Muat ulang halaman ini, lalu putuskan lagi." })
  .int("Muat ulang halaman ini, lalu putuskan lagi.")
  .min(1, "Muat ulang halaman ini, lalu putuskan lagi.")
  .max(1_000_000_000, "Muat ulang halaman ini, lalu putuskan lagi.");

/** `POST /kantor/verifikasi`: name and phone are the account's own. */
export const AskByListInput = z.object({ nomor_sk: decree });
export type AskByListInput = z.infer<typeof AskByListInput>;

/** `POST /kantor/verifikasi/surat`. */
export const AskByLetterInput = z.object({
  nomor_sk: decree,
  keterangan: z.string().trim().max(2000, "Paling panjang 2.000 huruf.").optional(),
  berkas: uploadField({ required: true, missing: TRUST_WORDS.letterMissing }),
});
export type AskByLetterInput = z.infer<typeof AskByLetterInput>;

/** `POST /sanggah`. */
export const ContestInput = z.object({
  kode_desa: z.string({ error: "Pilih desanya." }).transform((text, check) => {
    const code = parseRegionCode(text);
    if (code) return code;
    check.addIssue({
      code: "custom",
      message: "Kode desa terdiri atas sepuluh angka, misalnya 52.01.14.2006.",
    });
    return z.NEVER;
  }),
  nama: line("Isi nama Anda seperti pada surat keputusan pengangkatan.", 120),
  jabatan: z.enum(POSITIONS, { error: "Pilih jabatan Anda di pemerintah desa." }),
  telepon: phone,
  nomor_sk: decree,
  pernyataan: paragraph("Tulis mengapa pendaftaran desa ini tidak benar."),
  berkas: fileField({ required: true, missing: "Pilih foto atau PDF surat dari Camat atau kabupaten." }),
});
export type ContestInput = z.infer<typeof ContestInput>;

/** `POST /kantor/verifikasi/sanggahan/:id`: an answer, or once it is accepted an objection. */
export const ReplyInput = z.object({
  pernyataan: paragraph("Tulis jawaban Anda."),
  berkas: uploadField(),
});
export type ReplyInput = z.infer<typeof ReplyInput>;

/** `POST /kabupaten/daftar-perangkat`: first the sheet, then the list that was made of it. */
export const UploadOfficialsInput = z.object({
  berkas: fileField({ required: true, missing: "Pilih lembar daftar perangkat." }),
});
export type UploadOfficialsInput = z.infer<typeof UploadOfficialsInput>;

export const UseOfficialsInput = z.object({
  daftar: z.uuid("Muat ulang halaman ini, lalu unggah lagi daftarnya."),
});
export type UseOfficialsInput = z.infer<typeof UseOfficialsInput>;

const reason = z
  .string()
  .trim()
  .max(500, "Paling panjang 500 huruf.")
  .optional()
  .transform((text) => text || undefined);

/** Decision over a claim or an objection: whoever refuses says why. */
export const DecisionInput = z
  .object({
    putusan: z.enum(["terima", "tolak", "batalkan"], { error: "Pilih putusannya." }),
    alasan: reason,
    versi: version,
  })
  .superRefine(({ putusan, alasan }, check) => {
    if (putusan === "terima" || (alasan?.length ?? 0) >= 10) return;
    const message = "Tulis alasannya sedikitnya satu kalimat (10 huruf); desa dan penyanggah membacanya.";
    check.addIssue({ code: "custom", path: ["alasan"], message });
  });
export type DecisionInput = z.infer<typeof DecisionInput>;
