import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";
import { FORM_WORDS } from "./words.ts";

/** A line of text that may be empty (null), at most so many letters. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Paling panjang ${most} huruf. Ringkaslah isian ini.`)
    .regex(/^\P{C}*$/u, "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.")
    .optional()
    .transform((value) => value || null);

/** A day of the calendar that may be empty (null), not before `first`. */
export const dayFrom = (first: string) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || (isDay(value) && value >= first && value < "2200"), FORM_WORDS.noDay)
    .optional()
    .transform((value) => value || null);

/** The row's version as the form saw it. */
export const version = z.coerce
  .number({ error: FORM_WORDS.reload })
  .int(FORM_WORDS.reload)
  .min(1, FORM_WORDS.reload)
  .max(1e9);
