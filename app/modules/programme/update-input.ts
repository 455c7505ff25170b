import { z } from "zod";
import { uploadField } from "#app/platform/files/file-field.ts";
import { QUARTERS, type Quarter } from "./calendar-rules.ts";
import {
  Fund,
  Ids,
  line,
  OptionalDay,
  optionalLine,
  optionalQuantity,
  parseQuantity,
  RequiredDay,
  Version,
} from "./input-parts.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import { ERRORS } from "./words.ts";

/** Amounts above this are typing errors: a village's whole budget is some billions. */
const MAX_RUPIAH = 1e12;

const QuarterField = z.coerce
  .number({ error: RUNNING_ERRORS.quarterUnknown })
  .refine((value): value is Quarter => QUARTERS.some((quarter) => quarter === value), {
    error: RUNNING_ERRORS.quarterUnknown,
  });

/** A realised value of 0 or more; empty means that this report says nothing of the indicator. */
const RealisedValue = optionalQuantity(ERRORS.valueInvalid).refine((value) => value === null || value >= 0, {
  error: ERRORS.valueInvalid,
});

const longText = (missing: string) => line(missing, 1000);

/** A progress report: values of one quarter, a note, one photo or file a post. */
export const UpdateInput = z.object({
  /** Only where an existing report is changed. */
  versi: Version.optional(),
  triwulan: QuarterField,
  /** Empty stands for today, or for the last day of a quarter that is over. */
  tanggal: OptionalDay,
  capaian: z
    .array(z.object({ id: z.string().max(64), nilai: RealisedValue }))
    .max(20)
    .default([]),
  catatan: optionalLine(2000),
  penyebab: optionalLine(1000),
  perbaikan: optionalLine(1000),
  maksud: z.enum(["simpan", "kirim"], { error: RUNNING_ERRORS.actionUnknown }),
  berkas: uploadField(),
});
export type UpdateInput = z.infer<typeof UpdateInput>;

export const SubmitUpdateInput = z.object({ versi: Version });
export type SubmitUpdateInput = z.infer<typeof SubmitUpdateInput>;

/** Reports approved together: `id:version` of each one ticked. */
export const ApproveUpdatesInput = z.object({
  laporan: z
    .array(z.string().regex(/^[\w-]{1,64}:\d{1,6}$/, RUNNING_ERRORS.noneChosen))
    .max(100)
    .default([])
    .refine((chosen) => chosen.length > 0, RUNNING_ERRORS.noneChosen)
    .transform((chosen) =>
      chosen.map((text) => ({ id: text.split(":")[0] ?? "", version: Number(text.split(":")[1]) })),
    ),
});
export type ApproveUpdatesInput = z.infer<typeof ApproveUpdatesInput>;

export const ReturnUpdateInput = z.object({ versi: Version, alasan: line(ERRORS.reasonMissing, 400) });
export type ReturnUpdateInput = z.infer<typeof ReturnUpdateInput>;

export const RemoveEvidenceInput = z.object({ versi: Version, bukti: z.string().max(64) });
export type RemoveEvidenceInput = z.infer<typeof RemoveEvidenceInput>;

/** Pictures of a report that residents see; `izin`: the people in them agree. */
export const PublishPhotosInput = z.object({
  foto: Ids,
  izin: z.enum(["ya"], { error: RUNNING_ERRORS.consentMissing }).optional(),
});
export type PublishPhotosInput = z.infer<typeof PublishPhotosInput>;

/** Whole rupiah of `least` or more, as people write it: `Rp1.250.000`, `1250000`, `1.250.000,00`. */
function requiredRupiah(least: number, missing: string, invalid: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .transform((text, check) => {
      const value = parseQuantity(text.replace(/^rp\.?/i, "").replace(/,(00|-)$/, ""));
      if (value !== null && Number.isSafeInteger(value) && value >= least && value <= MAX_RUPIAH)
        return value;
      check.addIssue({ code: "custom", message: invalid });
      return z.NEVER;
    });
}

/** One entry of spending; a correction takes its amount off again. */
export const SpendingInput = z.object({
  jenis: z.enum(["belanja", "koreksi"], { error: RUNNING_ERRORS.kindUnknown }).default("belanja"),
  tanggal: RequiredDay,
  jumlah: requiredRupiah(1, RUNNING_ERRORS.amountMissing, RUNNING_ERRORS.amountInvalid),
  keterangan: line(RUNNING_ERRORS.spendingNoteMissing, 300),
});
export type SpendingInput = z.infer<typeof SpendingInput>;

/** A new pagu after approval, from a changed APBDes. */
export const BudgetChangeInput = z.object({
  versi: Version,
  anggaran: requiredRupiah(0, RUNNING_ERRORS.budgetMissing, RUNNING_ERRORS.budgetInvalid),
  sumber_dana: Fund,
  alasan: line(RUNNING_ERRORS.budgetReasonMissing, 400),
});
export type BudgetChangeInput = z.infer<typeof BudgetChangeInput>;

export const DeviationInput = z.object({
  /** Without it the quarter that is most likely meant. */
  triwulan: QuarterField.optional(),
  penyebab: longText(ERRORS.causeMissing),
  perbaikan: longText(ERRORS.correctionMissing),
});
export type DeviationInput = z.infer<typeof DeviationInput>;

/** One explanation, to agree to or to take back. */
export const ChosenDeviationInput = z.object({ penjelasan: line(RUNNING_ERRORS.explanationGone, 64) });
export type ChosenDeviationInput = z.infer<typeof ChosenDeviationInput>;

export const CorrectDeviationInput = z.object({
  penjelasan: line(RUNNING_ERRORS.explanationGone, 64),
  penyebab: longText(ERRORS.causeMissing),
  perbaikan: longText(ERRORS.correctionMissing),
});
export type CorrectDeviationInput = z.infer<typeof CorrectDeviationInput>;

export const StepInput = z.object({
  judul: line(RUNNING_ERRORS.stepTitleMissing, 160),
  pemilik: optionalLine(64),
  tanggal: OptionalDay,
});
export type StepInput = z.infer<typeof StepInput>;

export const HandOverInput = z.object({
  versi: Version,
  kepada: line(RUNNING_ERRORS.handOverTargetMissing, 64),
  catatan: line(RUNNING_ERRORS.handOverNoteMissing, 600),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

export const CommentInput = z.object({
  isi: line(RUNNING_ERRORS.commentMissing, 2000),
  sebut: Ids,
});
export type CommentInput = z.infer<typeof CommentInput>;
