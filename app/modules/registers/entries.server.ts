import { eq } from "drizzle-orm";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import type {
  gazetteEntries,
  headDecrees,
  inventoryItems,
  officialRecords,
  villageRegulations,
} from "#db/village/schema/registers.ts";
import { TABLES } from "./entry-rows.server.ts";
import { ENTRY_INPUTS, type EntryBook } from "./input.ts";
import { ENTRY_WORDS, REGISTER_WORDS } from "./words.ts";

export interface EntryRows {
  peraturan: typeof villageRegulations.$inferSelect;
  keputusan: typeof headDecrees.$inferSelect;
  inventaris: typeof inventoryItems.$inferSelect;
  lembaran: typeof gazetteEntries.$inferSelect;
  aparat: typeof officialRecords.$inferSelect;
}

/** A book that takes entries. @throws NotFoundError for any other name */
export function requireEntryBook(name: string | undefined): EntryBook {
  if (!name || !(name in ENTRY_INPUTS)) throw new NotFoundError(REGISTER_WORDS.noRegister);
  return name as EntryBook;
}

/** What all tables of entries have in common, for statements on whichever of them. */
export function tableOf(book: EntryBook): typeof TABLES.peraturan {
  return TABLES[book] as unknown as typeof TABLES.peraturan;
}

/** Query for a row of a book. */
export function selectEntry(db: VillageDb | VillageTx, book: EntryBook, id: string) {
  const table = tableOf(book);
  return db.select().from(table).where(eq(table.id, id));
}

/** The row that `selectEntry` found. @throws NotFoundError where the village has no such row */
export function entryOf<Book extends EntryBook>([row]: readonly unknown[]): EntryRows[Book] {
  if (!row) throw new NotFoundError(ENTRY_WORDS.gone);
  return row as EntryRows[Book];
}

/** @throws NotFoundError where the village has no such row */
export async function getEntry<Book extends EntryBook>(
  db: VillageDb | VillageTx,
  book: Book,
  id: string,
): Promise<EntryRows[Book]> {
  return entryOf<Book>(await selectEntry(db, book, id));
}

/** The row as a form's person saw it, not struck out. @throws ConflictError where it is struck out or was changed since */
export async function getPresentEntry<Book extends EntryBook>(
  tx: VillageTx,
  book: Book,
  id: string,
  version: number,
): Promise<EntryRows[Book]> {
  const row = await getEntry(tx, book, id);
  if (row.voidedAt) throw new ConflictError(ENTRY_WORDS.isVoid);
  if (row.version !== version) throw new ConflictError(ENTRY_WORDS.stale);
  return row;
}

/** What a row is called in the audit log and on its page. Never holds an identifier. */
export function entryTitle<Book extends EntryBook>(book: Book, row: EntryRows[Book]): string {
  const titles: { [B in EntryBook]: (row: EntryRows[B]) => string } = {
    peraturan: ({ number, about }) => `${number} tentang ${about}`,
    keputusan: ({ number, about }) => `${number} tentang ${about}`,
    inventaris: ({ name, quantity, unit }) => `${name}, ${quantity} ${unit}`,
    lembaran: (entry) => `${REGISTER_WORDS.books[entry.book]} ${entry.number}/${entry.year}`,
    aparat: ({ name }) => name,
  };
  return titles[book](row);
}
