import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { migrationRuns, runningCode } from "./directory/schema/operations.ts";
import { villages } from "./directory/schema/villages.ts";
import type { VillageRow } from "./directory/villages.ts";
import { newId } from "./ids.ts";
import type { DirectoryDb } from "./open.ts";

export type MigrationRun = typeof migrationRuns.$inferSelect;

/** Writes down that a run begins; one that is cut off shows by its missing end. */
export async function beginRun(directory: DirectoryDb, targetVersion: number, now: Date): Promise<string> {
  const id = newId(now);
  await directory.insert(migrationRuns).values({ id, targetVersion, startedAt: now.toISOString() });
  return id;
}

/** Notes how far a run has come, and its end. */
export async function noteRun(
  directory: DirectoryDb,
  id: string,
  changes: Partial<Pick<MigrationRun, "migrated" | "failed" | "finishedAt" | "stoppedBecause">>,
): Promise<void> {
  await directory.update(migrationRuns).set(changes).where(eq(migrationRuns.id, id));
}

/** Notes in a village's row why its migration is not to be trusted, or that it is. */
export async function noteMigrationError(
  directory: DirectoryDb,
  villageId: string,
  why: string | null,
): Promise<void> {
  await directory.update(villages).set({ migrationError: why }).where(eq(villages.id, villageId));
}

/** Where all villages stand. */
export interface MigrationState {
  /** Newest first. */
  runs: MigrationRun[];
  /** How many villages have each schema version. */
  versions: { version: number; count: number }[];
  /** Villages whose last migration failed: `migrationError` says why. */
  failed: VillageRow[];
  canaries: VillageRow[];
  /** Which code was seen at work and when, newest version first. */
  code: (typeof runningCode.$inferSelect)[];
}

const RUNS_SHOWN = 5;
const FAILED_SHOWN = 200;
const CODE_SHOWN = 20;
const IN_USE: VillageRow["state"][] = ["active", "suspended"];

/** What the directory knows of migrations, in one round trip. */
export async function readMigrationState(directory: DirectoryDb): Promise<MigrationState> {
  const isInUse = inArray(villages.state, IN_USE);
  const [runs, versions, failed, canaries, code] = await directory.batch([
    directory.select().from(migrationRuns).orderBy(desc(migrationRuns.id)).limit(RUNS_SHOWN),
    directory
      .select({ version: villages.schemaVersion, count: sql<number>`count(*)` })
      .from(villages)
      .where(isInUse)
      .groupBy(villages.schemaVersion)
      .orderBy(asc(villages.schemaVersion)),
    directory
      .select()
      .from(villages)
      .where(and(isInUse, isNotNull(villages.migrationError)))
      .orderBy(asc(villages.slug))
      .limit(FAILED_SHOWN),
    directory
      .select()
      .from(villages)
      .where(and(isInUse, eq(villages.isCanary, true)))
      .orderBy(asc(villages.slug)),
    directory.select().from(runningCode).orderBy(desc(runningCode.schemaVersion)).limit(CODE_SHOWN),
  ]);
  return { runs, versions, failed, canaries, code };
}

/** Villages below a version that may be migrated, by id, canaries or the others. */
export function listLagging(
  directory: DirectoryDb,
  version: number,
  page: { isCanary: boolean; after: string; limit: number },
): Promise<VillageRow[]> {
  return directory
    .select()
    .from(villages)
    .where(
      and(
        sql`${villages.id} > ${page.after}`,
        eq(villages.isCanary, page.isCanary),
        lt(villages.schemaVersion, version),
        inArray(villages.state, IN_USE),
        isNull(villages.movingTo),
      ),
    )
    .orderBy(asc(villages.id))
    .limit(page.limit);
}

/** Makes a village one that is migrated before all others, or no longer one. */
export async function setCanary(directory: DirectoryDb, villageId: string, isCanary: boolean): Promise<void> {
  await directory.update(villages).set({ isCanary }).where(eq(villages.id, villageId));
}
