import { and, eq, sql } from "drizzle-orm";
import { ConflictError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { letterNumbers, letterSeries } from "#db/village/schema/letters.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { MAX_NUMBER, type NextNumbers, type NumberRun, nextNumbers, paperBookOf } from "./number-rules.ts";
import { NUMBER_WORDS } from "./number-words.ts";

type NumberState = (typeof letterNumbers.$inferInsert)["state"];

/** Which number is taken, when, and for what. */
export interface TakenFor {
  series: string;
  year: number;
  letterId: string;
  now: Date;
}

/**
 * Takes the next number of a series, inside the transaction that gives it to a letter: two at once can't get the same,
 * and a transaction that fails gives it back.
 * @throws ConflictError where the series is full
 */
export async function takeNumber(tx: VillageTx, { series, year, letterId, now }: TakenFor): Promise<number> {
  const { from } = await takeRun(tx, { series, year, now, count: 1 });
  await insertRun(tx, { series, year, run: { from, to: from }, state: "given", letterId, now });
  return from;
}

/** Takes a run of numbers for a block that is set aside. */
export async function takeBlock(
  tx: VillageTx,
  taken: { series: string; year: number; count: number; blockId: string; now: Date },
): Promise<NumberRun> {
  const { from, to } = await takeRun(tx, taken);
  await insertRun(tx, { ...taken, run: { from, to }, state: "reserved" });
  return { from, to };
}

/**
 * Gives a number that was set aside to the letter that was written under it by hand.
 * @throws ConflictError where it was not set aside, or is used already
 */
export async function useReserved(
  tx: VillageTx,
  number: number,
  { series, year, letterId, now }: TakenFor,
): Promise<void> {
  const [row] = await tx
    .update(letterNumbers)
    .set({ state: "registered", letterId, at: now.toISOString() })
    .where(and(isNumber(series, year, number), eq(letterNumbers.state, "reserved")))
    .returning();
  if (!row) throw new ConflictError(NUMBER_WORDS.notReserved(number));
}

/** Makes a letter's number void: it stays in the book with the reason. */
export async function voidNumber(
  tx: VillageTx,
  { series, year, number }: { series: string; year: number; number: number },
  note: string,
): Promise<void> {
  await tx
    .update(letterNumbers)
    .set({ state: "void", note })
    .where(isNumber(series, year, number));
}

const isNumber = (series: string, year: number, number: number) =>
  and(eq(letterNumbers.series, series), eq(letterNumbers.year, year), eq(letterNumbers.number, number));

async function takeRun(
  tx: VillageTx,
  { series, year, count, now }: { series: string; year: number; count: number; now: Date },
): Promise<NextNumbers> {
  const next = nextNumbers(await readStand(tx, series, year), count);
  if (next.to > MAX_NUMBER) throw new ConflictError(NUMBER_WORDS.seriesFull);
  const row = { series, year, now };
  if (next.before) await insertRun(tx, { ...row, run: next.before, state: "before" });
  if (next.lost)
    await insertRun(tx, { ...row, run: next.lost, state: "void", note: NUMBER_WORDS.lostInRestore });
  const stand = { lastNumber: next.to, updatedAt: now.toISOString() };
  await tx
    .insert(letterSeries)
    .values({ series, year, ...stand })
    .onConflictDoUpdate({ target: [letterSeries.series, letterSeries.year], set: stand });
  return next;
}

async function readStand(tx: VillageTx, series: string, year: number) {
  const [row] = await tx.all<{ last: number; highest: number; paper: number }>(sql`SELECT
    coalesce((SELECT last_number FROM ${letterSeries} WHERE series = ${series} AND year = ${year}), 0) AS last,
    coalesce((SELECT max(number) FROM ${letterNumbers} WHERE series = ${series} AND year = ${year}), 0) AS highest,
    coalesce((SELECT last_number FROM ${bookNumbers} WHERE book = ${paperBookOf(series)} AND year = ${year}), 0) AS paper`);
  return { lastNumber: row?.last ?? 0, highestRow: row?.highest ?? 0, paperNumber: row?.paper ?? 0 };
}

interface InsertedRun {
  series: string;
  year: number;
  run: NumberRun;
  state: NumberState;
  letterId?: string;
  blockId?: string;
  note?: string;
  now: Date;
}

/** One statement, however long the run: a village may have written 3,000 letters on paper before. */
async function insertRun(
  tx: VillageTx,
  { series, year, run, state, letterId, blockId, note, now }: InsertedRun,
): Promise<void> {
  await tx.run(sql`INSERT INTO letter_numbers (series, year, number, state, letter_id, block_id, note, at)
    WITH RECURSIVE run(number) AS (SELECT CAST(${run.from} AS INTEGER)
      UNION ALL SELECT number + 1 FROM run WHERE number < ${run.to})
    SELECT ${series}, ${year}, number, ${state}, ${letterId ?? null}, ${blockId ?? null}, ${note ?? null},
      ${now.toISOString()} FROM run`);
}
