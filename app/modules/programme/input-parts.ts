import { z } from "zod";
import { normaliseActivityCode } from "./apbdes-rules.ts";
import { isCivilDate } from "./calendar-rules.ts";
import { FUND_SOURCES } from "./money-rules.ts";
import { ERRORS, PLAN_PROBLEMS } from "./words.ts";

/** A required line of text. */
export function line(missing: string, maxLength: number) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(maxLength, `Paling panjang ${maxLength} huruf. Ringkaslah isian ini.`);
}

/** A line that may stay empty; empty becomes null. */
export function optionalLine(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength, `Paling panjang ${maxLength} huruf. Ringkaslah isian ini.`)
    .optional()
    .transform((text) => text || null);
}

/**
 * A number as people here type it: `1.250`, `12,5`. Dots group thousands, a comma starts the fraction.
 * @returns null where the text is no number
 */
export function parseQuantity(text: string): number | null {
  const compact = text.replace(/\s/g, "");
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(compact)) return null;
  const value = Number(compact.replaceAll(".", "").replace(",", "."));
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : null;
}

/** A quantity that may stay empty (null); refuses what is no number. */
export function optionalQuantity(refusal: string = ERRORS.valueInvalid) {
  return z
    .string()
    .trim()
    .optional()
    .transform((text, check) => {
      if (!text) return null;
      const value = parseQuantity(text);
      if (value === null) check.addIssue({ code: "custom", message: refusal });
      return value;
    });
}

/** Whole rupiah, 0 or more; empty counts as 0. Takes `Rp1.250.000`, `1250000` and `1.250.000,00`. */
export const Rupiah = z
  .string()
  .trim()
  .optional()
  .transform((text, check) => {
    const value = text ? parseQuantity(text.replace(/^rp\.?/i, "").replace(/,(00|-)$/, "")) : 0;
    if (value === null || !Number.isSafeInteger(value) || value < 0) {
      check.addIssue({ code: "custom", message: PLAN_PROBLEMS.budget_invalid });
      return z.NEVER;
    }
    return value;
  });

/** An APBDes activity code, brought to `01.03.01`; empty becomes null. */
export const ActivityCode = z
  .string()
  .trim()
  .optional()
  .transform((text, check) => {
    if (!text) return null;
    const code = normaliseActivityCode(text);
    if (code === null) check.addIssue({ code: "custom", message: PLAN_PROBLEMS.code_invalid });
    return code;
  });

/** Months 1 to 12 from checkboxes. */
export const Months = z
  .array(z.coerce.number().int().min(1, ERRORS.monthUnknown).max(12, ERRORS.monthUnknown))
  .default([]);

/** A source of funds; empty becomes null. */
export const Fund = z
  .enum(["", ...FUND_SOURCES], { error: "Pilih sumber dana dari daftar." })
  .optional()
  .transform((source) => source || null);

/** A calendar day; empty becomes null. */
export const OptionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isCivilDate(text), "Tanggal ini tidak ada. Tulis seperti 2027-03-31.")
  .optional()
  .transform((text) => text || null);

/** A required calendar day. */
export const RequiredDay = z
  .string({ error: "Isi tanggalnya." })
  .trim()
  .refine(isCivilDate, "Tanggal ini tidak ada. Tulis seperti 2027-03-31.");

/** The row version that the form was made from. */
export const Version = z.coerce.number().int().min(1);

/** Ids chosen by checkboxes. */
export const Ids = z.array(z.string().max(64)).default([]);
