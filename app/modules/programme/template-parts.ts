import type { TemplateIndicator } from "./template-shape.ts";

export const ALL_YEAR: number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Work that adds up over the year: letters served, parcels checked. */
export function total(name: string, unit: string): TemplateIndicator {
  return { name, unit, direction: "rising", isCumulative: true };
}

/** A level that should rise: coverage, share, number in use at the quarter's end. */
export function level(name: string, unit: string): TemplateIndicator {
  return { name, unit, direction: "rising", isCumulative: false };
}

/** A level that should fall; the village gives its baseline before it submits. */
export function lower(name: string, unit: string): TemplateIndicator {
  return { name, unit, direction: "falling", isCumulative: false };
}
