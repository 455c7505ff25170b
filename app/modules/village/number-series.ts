import type { NumberSeries } from "#db/restore/restore-rules.ts";

/** Paper books that Balai continues: a number that was given once is never given again, restores included. */
export const BOOK_SERIES: NumberSeries = {
  series: "buku",
  table: "book_numbers",
  key: "book",
  year: "year",
  last: "last_number",
};
