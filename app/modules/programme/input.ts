import { z } from "zod";
import {
  ActivityCode,
  Fund,
  Ids,
  line,
  Months,
  optionalLine,
  optionalQuantity,
  Rupiah,
  Version,
} from "./input-parts.ts";
import { DIRECTIONS, INDICATOR_SOURCES } from "./rules.ts";
import { ERRORS, PLAN_PROBLEMS } from "./words.ts";

/** Years for which a programme may be opened: from the year before this one to two years ahead. */
export const OpenProgrammeInput = z.object({
  tahun: z.coerce
    .number({ error: "Isi tahun dengan empat angka." })
    .int()
    .min(2020, "Tahun paling awal 2020.")
    .max(2100, "Tahun paling akhir 2100."),
});
export type OpenProgrammeInput = z.infer<typeof OpenProgrammeInput>;

/** A quarter's target, 0 or more; empty: none is set. */
const Target = optionalQuantity(ERRORS.targetInvalid).refine(
  (value) => value === null || value >= 0,
  ERRORS.targetInvalid,
);

/** Targets of an indicator that stands in the activity's form. */
const IndicatorTargetsInput = z.object({
  id: z.string().max(64),
  awal: optionalQuantity(ERRORS.baselineInvalid),
  t1: Target,
  t2: Target,
  t3: Target,
  t4: Target,
});
export type IndicatorTargetsInput = z.infer<typeof IndicatorTargetsInput>;

/** The plan of one activity. */
export const ActivityInput = z.object({
  versi: Version,
  nama: line(PLAN_PROBLEMS.activity_name_missing, 160),
  tujuan: line("Tulis tujuan kegiatan ini.", 600),
  tupoksi: line("Pilih atau tulis tugas pokok yang menaungi kegiatan ini.", 300),
  dasar_hukum: optionalLine(600),
  kode: ActivityCode,
  lokasi: optionalLine(160),
  bulan: Months,
  penanggung_jawab: optionalLine(64),
  pelaksana: Ids,
  anggaran: Rupiah,
  sumber_dana: Fund,
  indikator: z.array(IndicatorTargetsInput).max(20).default([]),
});
export type ActivityInput = z.infer<typeof ActivityInput>;

/** A new activity: from the shelf by its key, or blank by its name. */
export const AddActivityInput = z.object({
  program: line("Pilih program tempat kegiatan ini berada.", 64),
  rak: optionalLine(64),
  nama: optionalLine(160),
});
export type AddActivityInput = z.infer<typeof AddActivityInput>;

export const DropActivityInput = z.object({
  versi: Version,
  alasan: line("Tulis alasan kegiatan ini tidak dikerjakan.", 400),
});
export type DropActivityInput = z.infer<typeof DropActivityInput>;

/** An indicator with its first targets. */
export const IndicatorInput = z
  .object({
    nama: line(PLAN_PROBLEMS.indicator_name_missing, 160),
    satuan: line(PLAN_PROBLEMS.unit_missing, 30),
    arah: z.enum(DIRECTIONS, { error: "Pilih arah indikator." }),
    kumulatif: z.enum(["ya", "tidak"], { error: "Pilih cara menghitung nilai triwulan." }),
    sumber: z.enum(INDICATOR_SOURCES).default("manual"),
    kunci_hitung: optionalLine(80),
    awal: optionalQuantity(ERRORS.baselineInvalid),
    t1: Target,
    t2: Target,
    t3: Target,
    t4: Target,
  })
  .refine((input) => input.arah === "rising" || input.awal !== null, {
    path: ["awal"],
    message: PLAN_PROBLEMS.falling_needs_baseline,
  });
export type IndicatorInput = z.infer<typeof IndicatorInput>;

/** New targets of an indicator once the programme is approved: a version with its reason. */
export const RetargetInput = z.object({
  versi: Version,
  t1: Target,
  t2: Target,
  t3: Target,
  t4: Target,
  alasan: line(ERRORS.targetReasonMissing, 400),
});
export type RetargetInput = z.infer<typeof RetargetInput>;

/** The Kepala Desa's word on one activity. */
export const ReviewActivityInput = z.object({
  versi: Version,
  putusan: z.enum(["accepted", "returned"], { error: "Pilih terima atau kembalikan." }),
  alasan: optionalLine(400),
});
export type ReviewActivityInput = z.infer<typeof ReviewActivityInput>;

/** Moves of the whole programme. */
export const MoveProgrammeInput = z.object({ versi: Version });
export type MoveProgrammeInput = z.infer<typeof MoveProgrammeInput>;

/** Closing a year; `tanpa_rancangan`: reports that were never sent are left out. */
export const CloseProgrammeInput = z.object({
  versi: Version,
  tanpa_rancangan: z
    .enum(["ya"], { error: "Centang kalimat ini bila laporannya memang ditinggalkan." })
    .optional(),
});
export type CloseProgrammeInput = z.infer<typeof CloseProgrammeInput>;

export const ReturnProgrammeInput = z.object({ versi: Version, alasan: line(ERRORS.reasonMissing, 400) });
export type ReturnProgrammeInput = z.infer<typeof ReturnProgrammeInput>;
