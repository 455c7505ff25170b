import { type Column, gt, isNull, lte, or, type SQL } from "drizzle-orm";

/** No lease of Balai lasts longer. */
const LONGEST_MS = 15 * 60_000;

/**
 * May somebody else take a row up whose lease ends at `until`? Also where it ends later than any lease could: a clock
 * that had jumped ahead wrote it.
 */
export function isLeaseOver(until: Column, now: Date): SQL | undefined {
  return or(isNull(until), lte(until, now.toISOString()), gt(until, latestLeaseEnd(now)));
}

/** No lease that is taken now ends later, ISO 8601. */
export function latestLeaseEnd(now: Date): string {
  return new Date(now.getTime() + LONGEST_MS).toISOString();
}
