import { asc, desc, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letterNumbers, letters, numberBlocks } from "#db/village/schema/letters.ts";
import { NUMBER_WORDS } from "./number-words.ts";

export type BlockRow = typeof numberBlocks.$inferSelect;

/** A block of numbers, or 404. */
export async function getBlock(db: VillageDb | VillageTx, id: string): Promise<BlockRow> {
  return blockOf(await selectBlock(db, id));
}

/** Query for a block. For a batch; finish with `blockOf`. */
export function selectBlock(db: VillageDb | VillageTx, id: string) {
  return db.select().from(numberBlocks).where(eq(numberBlocks.id, id));
}

export function blockOf([row]: readonly BlockRow[]): BlockRow {
  if (!row) throw new NotFoundError(NUMBER_WORDS.noBlock);
  return row;
}

/** Query for the latest blocks with how many of their numbers are still open. */
export function selectBlocks({ db }: Pick<OfficeCtx, "db">) {
  const open = sql<number>`(SELECT count(*) FROM letter_numbers n WHERE n.block_id = number_blocks.id AND n.state = 'reserved')`;
  return db
    .select({
      id: numberBlocks.id,
      year: numberBlocks.year,
      fromNumber: numberBlocks.fromNumber,
      toNumber: numberBlocks.toNumber,
      reason: numberBlocks.reason,
      createdAt: numberBlocks.createdAt,
      open,
    })
    .from(numberBlocks)
    .orderBy(desc(numberBlocks.createdAt), desc(numberBlocks.id))
    .limit(50);
}

/** Query for the numbers of a block in their order, with the letter that each went to. */
export function selectBlockNumbers({ db }: Pick<OfficeCtx, "db">, blockId: string) {
  return db
    .select({
      number: letterNumbers.number,
      state: letterNumbers.state,
      note: letterNumbers.note,
      letterId: letterNumbers.letterId,
      title: letters.title,
      personName: letters.personName,
    })
    .from(letterNumbers)
    .leftJoin(letters, eq(letters.id, letterNumbers.letterId))
    .where(eq(letterNumbers.blockId, blockId))
    .orderBy(asc(letterNumbers.number));
}
