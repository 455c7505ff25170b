import { and, eq, gt, lte } from "drizzle-orm";
import { restores } from "../directory/schema/backups.ts";
import { villages } from "../directory/schema/villages.ts";
import { type Place, placeOf } from "../place.ts";

const DAY_MS = 86_400_000;
/** Days for which what failed is tried again. */
const WINDOW_DAYS = 7;

/**
 * Deletes databases that restores replaced so many days ago: kept for as long as a backup would be, and no longer, since
 * they hold what was restored away.
 * @returns how many were there
 */
export async function dropReplaced(place: Place, keepDays: number, now: Date): Promise<number> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const old = await place.directory
    .select({ database: restores.previousDatabase, inUse: villages.database, home: villages.home })
    .from(restores)
    .innerJoin(villages, eq(villages.id, restores.villageId))
    .where(and(lte(restores.at, daysAgo(keepDays)), gt(restores.at, daysAgo(keepDays + WINDOW_DAYS))));
  let dropped = 0;
  for (const { database, inUse, home } of old) {
    const { provisioner } = placeOf(place, { home });
    if (database === inUse || !(await provisioner.hasDatabase(database))) continue;
    await provisioner.deleteDatabase(database);
    dropped++;
  }
  return dropped;
}
