import { expect, it } from "vitest";
import { copyBeforeMigration, provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { migrations } from "#db/directory/migrations/bundle.ts";
import { localHome } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { countMigrations, migrateDatabase } from "#db/migrate.ts";
import { DIRECTORY_DATABASE } from "#db/names.ts";
import { connect } from "#db/open.ts";
import { startServer } from "#tests/db-local/support.ts";

const NOW = new Date("2026-11-24T02:00:00.000Z");

it("keeps a copy of a directory that older code left, once, and none of one that is new or at the present", async () => {
  const home = localHome(await startServer());
  const provisioner = createProvisioner(home);
  const old = migrations.length - 1;
  const copy = copyBeforeMigration(DIRECTORY_DATABASE, old);
  await provisioner.createDatabase(DIRECTORY_DATABASE);
  await migrateDatabase(home, DIRECTORY_DATABASE, migrations.slice(0, old), NOW.toISOString());
  await connect(home, DIRECTORY_DATABASE).execute("CREATE TABLE jejak AS SELECT 'dari kode lama' AS isi");

  await provisionSharedDatabases(home, NOW);
  expect(await countMigrations(home, DIRECTORY_DATABASE)).toBe(migrations.length);
  expect(await countMigrations(home, copy)).toBe(old);
  await connect(home, DIRECTORY_DATABASE).execute("UPDATE jejak SET isi = 'dari kode baru'");
  await provisionSharedDatabases(home, NOW);
  const kept = await connect(home, copy).execute("SELECT isi FROM jejak");
  expect(kept.rows[0]?.isi).toBe("dari kode lama");
  expect(await provisioner.hasDatabase(copyBeforeMigration(DIRECTORY_DATABASE, migrations.length))).toBe(
    false,
  );
});
