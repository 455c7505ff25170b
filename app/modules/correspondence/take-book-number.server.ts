import { sql } from "drizzle-orm";
import { lostSeriesOf } from "#app/modules/village/book-numbers.server.ts";
import { nextVersion } from "#app/modules/village/version-rules.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { expeditions, incomingLetters } from "#db/village/schema/letters.ts";
import { lostNumbers } from "#db/village/schema/privacy.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { INCOMING_WORDS } from "./words.ts";

/** Books whose numbers are given here. */
export type MailBook = "surat-masuk" | "ekspedisi";

const MAX_NUMBER = 99_999;

/**
 * Takes the next number of a book, inside the transaction that writes the entry: two at once can't get the same, and a
 * transaction that fails gives it back. What has an entry, or was lost with a restore, is passed over even where somebody
 * set the book's number lower since.
 * @throws ConflictError where the book is full
 */
export async function takeBookNumber(
  tx: VillageTx,
  book: MailBook,
  year: number,
  now: Date,
): Promise<number> {
  const { last, updatedAt } = await readStand(tx, book, year);
  const number = last + 1;
  if (number > MAX_NUMBER) throw new ConflictError(INCOMING_WORDS.bookFull);
  const stand = { lastNumber: number, updatedAt: nextVersion(updatedAt ?? undefined, now) };
  await tx
    .insert(bookNumbers)
    .values({ book, year, ...stand })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: stand });
  return number;
}

async function readStand(tx: VillageTx, book: MailBook, year: number) {
  const highest =
    book === "surat-masuk"
      ? sql`SELECT max(agenda_number) FROM ${incomingLetters} WHERE year = ${year}`
      : sql`SELECT max(number) FROM ${expeditions} WHERE year = ${year}`;
  const series = lostSeriesOf(book);
  const [row] = await tx.all<{ last: number; updatedAt: string | null }>(sql`SELECT max(
    coalesce((SELECT last_number FROM ${bookNumbers} WHERE book = ${book} AND year = ${year}), 0),
    coalesce((${highest}), 0),
    coalesce((SELECT max(to_number) FROM ${lostNumbers} WHERE series = ${series} AND year = ${year}), 0)) AS last,
    (SELECT updated_at FROM ${bookNumbers} WHERE book = ${book} AND year = ${year}) AS updatedAt`);
  return { last: row?.last ?? 0, updatedAt: row?.updatedAt ?? null };
}
