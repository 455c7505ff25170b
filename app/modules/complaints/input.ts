import { z } from "zod";
import { normalisePhone } from "#app/modules/accounts/identity-rules.ts";
import { uploadField } from "#app/platform/files/file-field.ts";
import {
  day,
  line,
  optionalLine,
  optionalPublicLine,
  publicLine,
  Version,
} from "#app/platform/input-parts.ts";
import { personName } from "#app/platform/person-input.ts";
import { CATEGORY_KEYS, MAX_DAYS } from "./complaint-rules.ts";

const LONG = 3000;

const said = {
  kategori: z.enum(CATEGORY_KEYS, { error: "Pilih tentang apa pengaduan ini." }),
  judul: line("Tulis pokok pengaduannya.", 120),
  isi: line("Ceritakan apa yang terjadi.", LONG),
  dusun: optionalLine(60),
  berkas: uploadField(),
};

const phone = z
  .string()
  .trim()
  .optional()
  .transform((text, check) => {
    if (!text) return null;
    const stored = normalisePhone(text);
    if (stored) return stored;
    check.addIssue({ code: "custom", message: "Tulis nomor seperti 0812 3456 7890." });
    return z.NEVER;
  });

/** A complaint by somebody who gives his name. */
export const SendInput = z.object({ ...said, nama: personName, telepon: phone });
export type SendInput = z.infer<typeof SendInput>;

/** A complaint by a resident at his own account. */
export const OwnInput = z.object(said);
export type OwnInput = z.infer<typeof OwnInput>;

export const AssignInput = z.object({
  versi: Version,
  petugas: line("Pilih petugasnya.", 60),
  batas: day("Isi sampai kapan dijawab."),
});
export type AssignInput = z.infer<typeof AssignInput>;

export const AnswerInput = z.object({ versi: Version, jawaban: publicLine("Tulis jawabannya.", LONG) });
export type AnswerInput = z.infer<typeof AnswerInput>;

export const RefuseInput = z.object({ versi: Version, alasan: publicLine("Tulis alasannya.", 1000) });
export type RefuseInput = z.infer<typeof RefuseInput>;

export const CloseInput = z.object({ versi: Version, catatan: optionalLine(500) });
export type CloseInput = z.infer<typeof CloseInput>;

/** Empty: nothing is public (any more). */
export const PublishInput = z.object({
  versi: Version,
  ringkasan: optionalPublicLine(1000),
  diperiksa: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const DaysInput = z.object({
  hari: z.coerce
    .number({ error: "Isi banyaknya hari." })
    .int("Isi bilangan bulat.")
    .min(1, "Paling sedikit 1 hari.")
    .max(MAX_DAYS, `Paling banyak ${MAX_DAYS} hari.`),
});
