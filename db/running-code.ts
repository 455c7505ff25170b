import { and, asc, gt, lt } from "drizzle-orm";
import { runningCode } from "./directory/schema/operations.ts";
import type { DirectoryDb } from "./open.ts";

/** Sweeps come every five minutes: code that was not seen for three of them has stopped. */
export const RUNNING_MINUTES = 15;

/** Older code that still runs, or did until lately. */
export interface OldCode {
  schemaVersion: number;
  seenAt: string;
  /** When it counts as stopped, if it is not seen again. */
  until: Date;
}

/** Writes down that code which knows so many village migrations is at work. */
export async function noteRunningCode(
  directory: DirectoryDb,
  schemaVersion: number,
  now: Date,
): Promise<void> {
  const seenAt = now.toISOString();
  await directory
    .insert(runningCode)
    .values({ schemaVersion, seenAt })
    .onConflictDoUpdate({ target: runningCode.schemaVersion, set: { seenAt } });
}

/** The oldest code below a version that was seen lately, or null. */
export async function findOldCode(
  directory: DirectoryDb,
  belowVersion: number,
  now: Date,
): Promise<OldCode | null> {
  const since = new Date(now.getTime() - RUNNING_MINUTES * 60_000).toISOString();
  const [row] = await directory
    .select()
    .from(runningCode)
    .where(and(lt(runningCode.schemaVersion, belowVersion), gt(runningCode.seenAt, since)))
    .orderBy(asc(runningCode.schemaVersion))
    .limit(1);
  return row ? { ...row, until: new Date(Date.parse(row.seenAt) + RUNNING_MINUTES * 60_000) } : null;
}
