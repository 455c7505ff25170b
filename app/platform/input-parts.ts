import { z } from "zod";
import { isDay } from "./clock.ts";
import { holdsIdentityNumber, IDENTITY_NUMBER_SENTENCE } from "./privacy/identity-number-rules.ts";
import { parseRupiah } from "./sheet/parse-number.ts";

const RELOAD = "Muat ulang halaman ini, lalu coba lagi.";
const NO_DAY = "Tanggal ini tidak ada di kalender.";
const NO_TIME = "Tulis jamnya seperti 09:30.";
const UNREADABLE = "Isian ini memuat tanda yang tidak terbaca. Ketik ulang isian ini.";
/** Control characters but line breaks and tabs, and halves of letters. */
const READABLE = /^(?:[^\p{Cc}\p{Cs}]|[\r\n\t])*$/u;
const shorter = (letters: number) =>
  `Paling panjang ${letters.toLocaleString("id-ID")} huruf. Ringkaslah isian ini.`;

/** A required text. */
export function line(missing: string, most = 200) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, shorter(most))
    .regex(READABLE, UNREADABLE);
}

/** A text that may stay empty; empty becomes null. */
export function optionalLine(most = 200) {
  return z
    .string()
    .trim()
    .max(most, shorter(most))
    .regex(READABLE, UNREADABLE)
    .optional()
    .transform((text) => text || null);
}

/** A required text that anybody will read: refused where it holds what looks like a NIK or a No KK. */
export function publicLine(missing: string, most = 200) {
  return line(missing, most).refine((text) => !holdsIdentityNumber(text), IDENTITY_NUMBER_SENTENCE);
}

/** The same for a text that may stay empty. */
export function optionalPublicLine(most = 200) {
  return optionalLine(most).refine(
    (text) => text === null || !holdsIdentityNumber(text),
    IDENTITY_NUMBER_SENTENCE,
  );
}

/** A required calendar day. */
export function day(missing: string) {
  return z.string({ error: missing }).trim().min(1, missing).refine(isDay, NO_DAY);
}

/** A calendar day; empty becomes null. */
export const OptionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), NO_DAY)
  .optional()
  .transform((text) => text || null);

const TIME = /^([01]\d|2[0-3])[:.][0-5]\d$/;
const timeOf = (text: string) => text.replace(".", ":");

/** A required time of day, `09:30`; people write `09.30` too. */
export function time(missing: string) {
  return z.string({ error: missing }).trim().min(1, missing).regex(TIME, NO_TIME).transform(timeOf);
}

/** A time of day; empty becomes null. */
export const OptionalTime = z
  .string()
  .trim()
  .refine((text) => text === "" || TIME.test(text), NO_TIME)
  .optional()
  .transform((text) => (text ? timeOf(text) : null));

const WRONG_AMOUNT = "Tulis jumlahnya dalam rupiah, misalnya 1.250.000.";
/** Larger than any village's budget, and still a whole number in every sum of a year. */
const MOST_RUPIAH = 1e13;

/** Whole rupiah, 0 or more; empty becomes null. */
export const OptionalRupiah = z
  .string()
  .trim()
  .optional()
  .transform((text, check) => {
    if (!text) return null;
    const amount = parseRupiah(text);
    if (amount !== null && Number.isInteger(amount) && amount >= 0 && amount <= MOST_RUPIAH) return amount;
    check.addIssue({ code: "custom", message: WRONG_AMOUNT });
    return z.NEVER;
  });

/** A required amount of whole rupiah. */
export function rupiah(missing: string) {
  return OptionalRupiah.transform((amount, check) => {
    if (amount !== null) return amount;
    check.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });
}

/** The row version that the form was made from. */
export const Version = z.coerce
  .number({ error: RELOAD })
  .int(RELOAD)
  .min(1, RELOAD)
  .max(1_000_000_000, RELOAD);
