import { sql } from "drizzle-orm";
import { takeNextNumber } from "#app/modules/village/take-next-number.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { expeditions, incomingLetters } from "#db/village/schema/letters.ts";
import { INCOMING_WORDS } from "./words.ts";

/** Books whose numbers are given here. */
export type MailBook = "surat-masuk" | "ekspedisi";

/**
 * Takes the next number of a book of the correspondence, inside the transaction that writes the entry.
 * @throws ConflictError where the book is full
 */
export async function takeBookNumber(
  tx: VillageTx,
  book: MailBook,
  year: number,
  now: Date,
): Promise<number> {
  const highest =
    book === "surat-masuk"
      ? sql`SELECT max(agenda_number) FROM ${incomingLetters} WHERE year = ${year}`
      : sql`SELECT max(number) FROM ${expeditions} WHERE year = ${year}`;
  const number = await takeNextNumber(tx, { book, year, highest, now });
  if (number === null) throw new ConflictError(INCOMING_WORDS.bookFull);
  return number;
}
