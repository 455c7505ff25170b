import type { Tenant } from "#app/context.ts";
import { migrations as comparisonMigrations } from "#db/comparison/migrations/bundle.ts";
import { migrations as directoryMigrations } from "#db/directory/migrations/bundle.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { COMPARISON_DATABASE, DIRECTORY_DATABASE } from "#db/names.ts";
import type { DatabaseHome } from "#db/open.ts";
import { migrations as villageMigrations } from "#db/village/migrations/bundle.ts";

/** Makes directory and comparison where they are missing and brings both to the present schema. */
export async function provisionSharedDatabases(home: DatabaseHome, now: Date): Promise<void> {
  const provisioner = createProvisioner(home);
  await provisioner.createDatabase(DIRECTORY_DATABASE);
  await provisioner.createDatabase(COMPARISON_DATABASE);
  await migrateDatabase(home, DIRECTORY_DATABASE, directoryMigrations, now.toISOString());
  await migrateDatabase(home, COMPARISON_DATABASE, comparisonMigrations, now.toISOString());
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
