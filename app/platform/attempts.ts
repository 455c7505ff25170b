import { eq, type SQL, sql } from "drizzle-orm";
import type { overseerAttempts } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb, VillageDb } from "#db/open.ts";
import type { signInAttempts } from "#db/village/schema/accounts.ts";
import { LimitError } from "./errors.ts";

/** Failures count inside this window; a lock lasts as long. */
export const ATTEMPT_WINDOW_MINUTES = 15;

/** Where failures are counted: each village has its own table, people above the villages have one. */
export type AttemptsTable = typeof signInAttempts | typeof overseerAttempts;
type Counter = typeof signInAttempts.$inferSelect;

export interface Attempts {
  db: VillageDb | DirectoryDb;
  table: AttemptsTable;
  now: Date;
}

/**
 * Counts one try at a subject, before anything is checked, in one statement: tries at the same moment all count.
 * A counter lives for a window after its first try or, once locked, until the lock ends; then it starts anew.
 * @param subject what is tried, e.g. `account:` and an id; may be computed by the database
 * @param limit tries that a window allows
 * @param minutes how long failures count, and how long a lock lasts
 * @returns a statement for a batch; give its row to `refuseLocked`
 */
export function countAttempt(
  { db, table, now }: Attempts,
  subject: SQL,
  limit: number,
  minutes = ATTEMPT_WINDOW_MINUTES,
) {
  const attempts = sameColumns(table);
  const at = now.toISOString();
  const shift = (by: number) => new Date(now.getTime() + by * 60_000).toISOString();
  const end = shift(minutes);
  // A lock that ends later than any could, or a window that begins later, was set by a clock that had jumped ahead.
  const locked = sql`${attempts.lockedUntil} > ${at} AND ${attempts.lockedUntil} <= ${end}`;
  const isOpen = sql`${attempts.windowStartedAt} > ${shift(-minutes)} AND ${attempts.windowStartedAt} <= ${end}`;
  const alive = sql`coalesce(${locked}, ${isOpen})`;
  const next = sql`CASE WHEN ${alive} THEN ${attempts.failures} + 1 ELSE 1 END`;
  return db
    .insert(attempts)
    .values({ subject, failures: 1, windowStartedAt: at, lockedUntil: null })
    .onConflictDoUpdate({
      target: attempts.subject,
      set: {
        failures: next,
        windowStartedAt: sql`CASE WHEN ${alive} THEN ${attempts.windowStartedAt} ELSE ${at} END`,
        lockedUntil: sql`CASE WHEN ${locked} THEN ${attempts.lockedUntil} WHEN ${next} >= ${limit} THEN ${end} END`,
      },
    })
    .returning();
}

/**
 * Holds the limit, given the row of `countAttempt`.
 * @param sentence what the person reads, given the minutes until the lock ends
 * @throws LimitError over the limit
 */
export function refuseLocked(
  now: Date,
  counter: Counter | undefined,
  limit: number,
  sentence: (minutes: number) => string,
): void {
  if (!counter?.lockedUntil || counter.failures <= limit) return;
  const seconds = Math.max(1, Math.ceil((Date.parse(counter.lockedUntil) - now.getTime()) / 1000));
  throw new LimitError(sentence(Math.ceil(seconds / 60)), seconds);
}

/**
 * The subject of a try at somebody, unless its place is locked: whoever is refused there counts against nobody any more,
 * or one address locked out a whole village. For a batch after the count of the place.
 */
export function unlessLocked(
  { table, now }: Attempts,
  place: { subject: SQL; limit: number },
  subject: SQL,
): SQL {
  const { subject: key, failures, lockedUntil } = sameColumns(table);
  return sql`CASE WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = ${place.subject}
    AND ${failures} > ${place.limit} AND ${lockedUntil} > ${now.toISOString()}) THEN 'refused' ELSE ${subject} END`;
}

/** A right try: the subject's count is forgotten. A statement for a batch. */
export function forgetAttempt({ db, table }: Attempts, subject: string) {
  const attempts = sameColumns(table);
  return db.delete(attempts).where(eq(attempts.subject, subject));
}

/** A right try: a subject that many share (an address) gets this one back. A statement for a batch. */
export function giveAttemptBack({ db, table }: Attempts, subject: string) {
  const attempts = sameColumns(table);
  return db
    .update(attempts)
    .set({ failures: sql`max(${attempts.failures} - 1, 0)` })
    .where(eq(attempts.subject, subject));
}

/** Both tables have the same columns; the builder takes the name from the table itself. */
function sameColumns(table: AttemptsTable): typeof signInAttempts {
  return table as typeof signInAttempts;
}
