import type { NumberSeries } from "#db/restore/restore-rules.ts";

/** Numbers of letters: one that was given once is never given again, restores included. */
export const LETTER_SERIES: NumberSeries = {
  series: "surat",
  table: "letter_series",
  key: "series",
  year: "year",
  last: "last_number",
};
