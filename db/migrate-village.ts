import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { villages } from "./directory/schema/villages.ts";
import { migrateDatabase } from "./migrate.ts";
import type { DatabaseHome, DirectoryDb } from "./open.ts";
import { migrations } from "./village/migrations/bundle.ts";

/** Number of migrations that this code knows: the schema version of a village that is up to date. */
export const VILLAGE_SCHEMA_VERSION = migrations.length;

const LEASE_SECONDS = 60;

/**
 * Brings one village to the schema of this code, under a lease in its directory row.
 * @returns the version that it has now, or null while somebody else migrates it
 * @throws LibsqlError of a statement that fails; nothing has been applied then and the lease is given back
 */
export async function migrateVillage(
  home: DatabaseHome,
  directory: DirectoryDb,
  village: { id: string; database: string },
  now: Date,
): Promise<number | null> {
  const leasedUntil = new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const isFree = or(
    isNull(villages.migrationLeasedUntil),
    lte(villages.migrationLeasedUntil, now.toISOString()),
  );
  const taken = await directory
    .update(villages)
    .set({ migrationLeasedUntil: leasedUntil })
    .where(and(eq(villages.id, village.id), isFree))
    .returning({ id: villages.id });
  if (taken.length === 0) return null;
  try {
    const version = await migrateDatabase(home, village.database, migrations, now.toISOString());
    await directory
      .update(villages)
      .set({ schemaVersion: sql`max(${villages.schemaVersion}, ${version})`, migrationLeasedUntil: null })
      .where(eq(villages.id, village.id));
    return version;
  } catch (error) {
    await directory.update(villages).set({ migrationLeasedUntil: null }).where(eq(villages.id, village.id));
    throw error;
  }
}
