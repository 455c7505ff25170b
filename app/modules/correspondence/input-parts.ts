import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const NO_DAY = "Tanggal ini tidak ada di kalender.";
const shorter = (letters: number) => `Paling panjang ${letters} huruf. Ringkaslah isian ini.`;

/** A required text. */
export function line(missing: string, most = 200) {
  return z.string({ error: missing }).trim().min(1, missing).max(most, shorter(most));
}

/** A text that may stay empty; empty becomes null. */
export function optionalLine(most = 200) {
  return z
    .string()
    .trim()
    .max(most, shorter(most))
    .optional()
    .transform((text) => text || null);
}

/** A required calendar day. */
export function day(missing: string) {
  return z.string({ error: missing }).trim().refine(isDay, NO_DAY);
}

/** A calendar day; empty becomes null. */
export const OptionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), NO_DAY)
  .optional()
  .transform((text) => text || null);

/** The row version that the form was made from. */
export const Version = z.coerce
  .number({ error: RELOAD })
  .int(RELOAD)
  .min(1, RELOAD)
  .max(1_000_000_000, RELOAD);
