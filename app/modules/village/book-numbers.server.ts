import { and, asc, eq, like } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { lostNumbers } from "#db/village/schema/privacy.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { BOOK_SERIES } from "./number-series.ts";

export type BookNumberRow = typeof bookNumbers.$inferSelect;

/** Query for where the books of a year stand. */
export function selectBookNumbers(db: VillageDb | VillageTx, year: number) {
  return db.select().from(bookNumbers).where(eq(bookNumbers.year, year));
}

/** Query for numbers of a year's books that a restore lost: they had been given and are never given again. */
export function selectLostNumbers(db: VillageDb | VillageTx, year: number) {
  const isBook = like(lostNumbers.series, `${BOOK_SERIES.series}:%`);
  return db
    .select()
    .from(lostNumbers)
    .where(and(isBook, eq(lostNumbers.year, year)))
    .orderBy(asc(lostNumbers.series), asc(lostNumbers.fromNumber));
}

/** Version of a year's numbers: when the latest of them changed, empty where there is none. */
export function versionOf(rows: readonly BookNumberRow[]): string {
  return rows.reduce((latest, row) => (row.updatedAt > latest ? row.updatedAt : latest), "");
}

/** Under which name numbers that a book lost with a restore stand in `lost_numbers`. */
export function lostSeriesOf(book: string): string {
  return `${BOOK_SERIES.series}:${book}`;
}
