import { z } from "zod";
import { isDay } from "#app/platform/clock.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const NO_DAY = "Tanggal ini tidak ada di kalender.";
const UNREADABLE = "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.";
const shorter = (letters: number) => `Paling panjang ${letters} huruf. Ringkaslah isian ini.`;

/** A required text of one line. */
export function line(missing: string, most = 200) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, shorter(most))
    .regex(/^\P{C}*$/u, UNREADABLE);
}

/** A text that may stay empty; empty becomes null. */
export function optionalLine(most = 200) {
  return z
    .string()
    .trim()
    .max(most, shorter(most))
    .regex(/^\P{C}*$/u, UNREADABLE)
    .optional()
    .transform((text) => text || null);
}

/** Several lines; empty becomes null. */
export function optionalText(most = 1000) {
  return z
    .string()
    .trim()
    .max(most, shorter(most))
    .optional()
    .transform((text) => text?.replace(/\r\n?/g, "\n") || null);
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

/** One of a list. */
export function oneOf<const Value extends string>(values: readonly Value[], missing: string) {
  return z.enum(values, { error: missing });
}

/** A whole number from 1. */
export function count(missing: string) {
  return z.coerce
    .number({ error: missing })
    .int("Tulis angka bulat.")
    .min(1, "Paling sedikit 1.")
    .max(1_000_000, "Paling banyak 1.000.000.");
}

/** Whole rupiah as people write it, `1.250.000`; empty becomes null. */
export const OptionalRupiah = z
  .string()
  .trim()
  .transform((text) => text.replace(/^Rp\s*/i, "").replaceAll(".", ""))
  .refine((text) => /^\d{0,13}$/.test(text), "Tulis rupiah tanpa sen, misalnya 1.250.000.")
  .optional()
  .transform((text) => (text ? Number(text) : null));

/** The row version that a form was made from. */
export const Version = z.coerce
  .number({ error: RELOAD })
  .int(RELOAD)
  .min(1, RELOAD)
  .max(1_000_000_000, RELOAD);
