import { z } from "zod";
import { uploadField } from "#app/platform/files/file-field.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

const text = (missing: string, most: number) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, `Paling panjang ${most} huruf. Ringkaslah isian ini.`);

export const SendPaperInput = z.object({
  syarat: z.coerce.number({ error: OWN_LETTER_WORDS.noPlace }).int().min(0).max(50),
  berkas: uploadField({ required: true, missing: OWN_LETTER_WORDS.noPhoto }),
});
export type SendPaperInput = z.infer<typeof SendPaperInput>;

export const AskQuestionInput = z.object({ pertanyaan: text("Tulis pertanyaannya.", 500) });
export type AskQuestionInput = z.infer<typeof AskQuestionInput>;

export const AnswerInput = z.object({
  pertanyaan: z.string({ error: OWN_LETTER_WORDS.questionGone }).max(60),
  jawaban: text("Tulis jawaban Anda.", 1000),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

export const CancelInput = z.object({ alasan: text("Tulis alasannya.", 300) });
export type CancelInput = z.infer<typeof CancelInput>;

export const RateOwnInput = z.object({
  nilai: z.enum(["1", "2", "3", "4"], { error: "Pilih satu nilai." }).transform(Number),
  ulasan: z
    .string()
    .trim()
    .max(500, "Paling panjang 500 huruf. Ringkaslah isian ini.")
    .optional()
    .transform((given) => given || null),
});
export type RateOwnInput = z.infer<typeof RateOwnInput>;
