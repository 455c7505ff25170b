import { type SQL, sql } from "drizzle-orm";
import type { VillageTx } from "#db/open.ts";
import { lostNumbers } from "#db/village/schema/privacy.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { lostSeriesOf } from "./book-numbers.server.ts";
import { MAX_BOOK_NUMBER } from "./book-rules.ts";
import { nextVersion } from "./version-rules.ts";

export interface NextNumber {
  book: string;
  year: number;
  /** Query for the highest number among the entries of the book's year. */
  highest: SQL;
  now: Date;
}

/**
 * Takes the next number of a book, inside the transaction that writes the entry: two at once can't get the same, and a
 * transaction that fails gives it back. What has an entry, or was lost with a restore, is passed over even where somebody
 * set the book's number lower since.
 * @returns null where the book is full
 */
export async function takeNextNumber(
  tx: VillageTx,
  { book, year, highest, now }: NextNumber,
): Promise<number | null> {
  const [stand] = await tx.all<{ last: number; updatedAt: string | null }>(sql`SELECT max(
    coalesce((SELECT last_number FROM ${bookNumbers} WHERE book = ${book} AND year = ${year}), 0),
    coalesce((${highest}), 0),
    coalesce((SELECT max(to_number) FROM ${lostNumbers}
      WHERE series = ${lostSeriesOf(book)} AND year = ${year}), 0)) AS last,
    (SELECT updated_at FROM ${bookNumbers} WHERE book = ${book} AND year = ${year}) AS updatedAt`);
  const number = (stand?.last ?? 0) + 1;
  if (number > MAX_BOOK_NUMBER) return null;
  const set = { lastNumber: number, updatedAt: nextVersion(stand?.updatedAt ?? undefined, now) };
  await tx
    .insert(bookNumbers)
    .values({ book, year, ...set })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set });
  return number;
}
