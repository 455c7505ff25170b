import { z } from "zod";
import { optionalLine } from "#app/platform/input-parts.ts";

/** Several lines; empty becomes null. */
export function optionalText(most = 1000) {
  return optionalLine(most).transform((text) => text?.replace(/\r\n?/g, "\n") ?? null);
}

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
