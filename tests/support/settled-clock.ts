import { newId } from "#app/platform/ids.ts";
import { sweepRuns } from "#db/directory/schema/jobs.ts";
import type { DirectoryDb } from "#db/open.ts";

/** Writes down that sweeps ran a day before: what ends by the clock may end. */
export async function letClockSettle(directory: DirectoryDb, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000);
  await directory
    .insert(sweepRuns)
    .values({ id: newId(yesterday), sweep: "due", startedAt: yesterday.toISOString() });
}
