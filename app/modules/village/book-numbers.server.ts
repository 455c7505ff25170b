import { eq } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { bookNumbers } from "#db/village/schema/village.ts";

export type BookNumberRow = typeof bookNumbers.$inferSelect;

/** Query for where the books of a year stand. */
export function selectBookNumbers(db: VillageDb | VillageTx, year: number) {
  return db.select().from(bookNumbers).where(eq(bookNumbers.year, year));
}

/** Version of a year's numbers: when the latest of them changed, empty where there is none. */
export function versionOf(rows: readonly BookNumberRow[]): string {
  return rows.reduce((latest, row) => (row.updatedAt > latest ? row.updatedAt : latest), "");
}
