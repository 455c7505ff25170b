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

/** `POST /operator/pekerjaan/:id`: a dead letter is done anew, or settled without that. */
export const LetterInput = z.object({ alasan: reason("Tulis apa yang sudah dilakukan.") });
export type LetterInput = z.infer<typeof LetterInput>;

/** `POST /operator/peringatan/:id`. */
export const AlertInput = z.object({ catatan: reason("Tulis apa yang sudah dilakukan.") });
export type AlertInput = z.infer<typeof AlertInput>;
