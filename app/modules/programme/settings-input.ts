import { z } from "zod";

const whole = (what: string, least: number, most: number) =>
  z
    .string({ error: `Isi ${what}.` })
    .trim()
    .regex(/^\d{1,3}$/, `Isi ${what} dengan angka bulat.`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `Isi ${what} antara ${least} dan ${most}.`);

/** What a village sets for all its programmes. */
export const ProgrammeSettingsInput = z.object({
  batas_tertinggal: whole("batas tertinggal", 1, 100),
  hari_laporan: whole("batas hari laporan", 1, 90),
});
export type ProgrammeSettingsInput = z.infer<typeof ProgrammeSettingsInput>;
