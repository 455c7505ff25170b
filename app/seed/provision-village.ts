import type { Tenant } from "#app/context.ts";
import { migrations as comparisonMigrations } from "#db/comparison/migrations/bundle.ts";
import { migrations as directoryMigrations } from "#db/directory/migrations/bundle.ts";
import type { Provisioner } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { countMigrations, type Migration, migrateDatabase } from "#db/migrate.ts";
import { COMPARISON_DATABASE, DIRECTORY_DATABASE } from "#db/names.ts";
import type { DatabaseHome } from "#db/open.ts";
import { migrations as villageMigrations } from "#db/village/migrations/bundle.ts";

/**
 * Makes directory and comparison where they are missing and brings both to the present schema. One that lags is copied
 * beside itself first (`directory-skema-9`).
 */
export async function provisionSharedDatabases(home: DatabaseHome, now: Date): Promise<void> {
  const provisioner = createProvisioner(home);
  await provisioner.createDatabase(DIRECTORY_DATABASE);
  await provisioner.createDatabase(COMPARISON_DATABASE);
  await migrateShared(home, provisioner, DIRECTORY_DATABASE, directoryMigrations, now);
  await migrateShared(home, provisioner, COMPARISON_DATABASE, comparisonMigrations, now);
}

/** A copy of what was there before stays beside it: it is needed where no backup can be taken yet, at a start. */
async function migrateShared(
  home: DatabaseHome,
  provisioner: Provisioner,
  database: string,
  migrations: readonly Migration[],
  now: Date,
): Promise<void> {
  const have = await countMigrations(home, database);
  if (have > 0 && have < migrations.length) {
    const copy = copyBeforeMigration(database, have);
    if (!(await provisioner.hasDatabase(copy))) await provisioner.copyDatabase(database, copy);
  }
  await migrateDatabase(home, database, migrations, now.toISOString());
}

/** Name of the copy of a shared database as older code left it. */
export function copyBeforeMigration(database: string, schemaVersion: number): string {
  return `${database}-skema-${schemaVersion}`;
}

/** Makes one village's database at the present schema; without rows. */
export async function provisionVillageDatabase(
  home: DatabaseHome,
  village: Pick<Tenant, "database">,
  now: Date,
): Promise<number> {
  await createProvisioner(home).createDatabase(village.database);
  return migrateDatabase(home, village.database, villageMigrations, now.toISOString());
}
