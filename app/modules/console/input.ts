import { z } from "zod";
import { QUOTA_GB } from "./rules.ts";

const reason = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(10, "Tulis sedikitnya satu kalimat (10 huruf).")
    .max(1000, "Paling panjang 1.000 huruf.");

const WHOLE = `Isi angka bulat dari ${QUOTA_GB.least} sampai ${QUOTA_GB.most}.`;

/** `POST /operator/desa/:id/ruang`. */
export const QuotaInput = z.object({
  gigabyte: z
    .string({ error: WHOLE })
    .trim()
    .regex(/^\d{1,4}$/, WHOLE)
    .transform(Number)
    .pipe(z.number().min(QUOTA_GB.least, WHOLE).max(QUOTA_GB.most, WHOLE)),
  alasan: reason("Tulis mengapa ruangnya diubah."),
});
export type QuotaInput = z.infer<typeof QuotaInput>;

/** `POST /operator/desa/:id/penangguhan`: the village reads the reason. */
export const SuspensionInput = z.object({ alasan: reason("Tulis alasannya. Desa membacanya.") });
export type SuspensionInput = z.infer<typeof SuspensionInput>;

/** `POST /operator/desa/:id/pemulihan-data`. */
export const RestoreInput = z.object({
  /** `menit`, `cadangan:{id}` or `salinan:{database}`. */
  sumber: z.string({ error: "Pilih keadaan yang dipulihkan." }).max(120, "Pilih keadaan yang dipulihkan."),
  /** Day and hour in the village's own zone; for `menit`. */
  tanggal: z.string().max(10, "Isi tanggal yang benar.").optional(),
  jam: z.string().max(5, "Isi jam seperti 14:05.").optional(),
  /** The village's address name, typed anew. */
  nama: z.string({ error: "Ketik nama alamat desa ini." }).trim().max(80, "Ketik nama alamat desa ini."),
  alasan: reason("Tulis mengapa desa ini dipulihkan."),
});
export type RestoreInput = z.infer<typeof RestoreInput>;

/** `POST /operator/pekerjaan/:id`: a dead letter is done anew, or settled without that. */
export const LetterInput = z.object({ alasan: reason("Tulis apa yang sudah dilakukan.") });
export type LetterInput = z.infer<typeof LetterInput>;

/** `POST /operator/peringatan/:id`. */
export const AlertInput = z.object({ catatan: reason("Tulis apa yang sudah dilakukan.") });
export type AlertInput = z.infer<typeof AlertInput>;
