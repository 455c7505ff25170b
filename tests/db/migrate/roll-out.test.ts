import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listBackups } from "#db/backup/backup-rows.ts";
import { migrations as comparisonMigrations } from "#db/comparison/migrations/bundle.ts";
import { isContracting, requiredVersion, unmarkedContractions } from "#db/contracting.ts";
import { migrations as directoryMigrations } from "#db/directory/migrations/bundle.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { migrationRuns, runningCode } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import type { Migration } from "#db/migrate.ts";
import { type MigrateOptions, migrateAllVillages } from "#db/migrate-all.ts";
import { migrateVillage } from "#db/migrate-village.ts";
import { readMigrationState } from "#db/migration-runs.ts";
import { connect } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { noteRunningCode } from "#db/running-code.ts";
import { migrations as villageMigrations } from "#db/village/migrations/bundle.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createTestVault } from "#tests/support/test-vault.ts";

const NOW = new Date("2026-11-24T05:00:00.000Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** A small history: the third step takes a column away that code of the second still reads. */
const HISTORY: Migration[] = [
  { tag: "0000_initial", statements: ["CREATE TABLE warga (id INTEGER PRIMARY KEY, nama TEXT, lama TEXT)"] },
  { tag: "0001_expand", statements: ["ALTER TABLE warga ADD COLUMN baru TEXT"] },
  { tag: "0002_contract_drop_lama", statements: ["ALTER TABLE warga DROP COLUMN lama"] },
  { tag: "0003_more", statements: ["CREATE TABLE lagi (id INTEGER PRIMARY KEY REFERENCES warga(id))"] },
];
const RELEASE = HISTORY.slice(0, 3);

let portal: TestPortal;
let place: Place;
beforeAll(async () => {
  portal = await createTestPortal();
  place = openPlace(portal.home);
});
afterAll(() => portal.stop());
beforeEach(async () => {
  for (const table of [villages, runningCode, migrationRuns, backups]) await place.directory.delete(table);
});

const add = (version: number, changes: Partial<VillageRow> = {}) =>
  addLaggingVillage(place, version, changes, HISTORY);
const rowOf = async ({ id }: { id: string }) =>
  (await place.directory.select().from(villages).where(eq(villages.id, id)))[0];
const columnsOf = async ({ database }: { database: string }) => {
  const found = await connect(place.home, database).execute("SELECT name FROM pragma_table_info('warga')");
  return found.rows.map((row) => row.name);
};
const run = (options: Partial<MigrateOptions> = {}, now = NOW) =>
  migrateAllVillages(place, () => now, { concurrency: 2, limit: 1000, migrations: RELEASE, ...options });

describe("a contracting migration", () => {
  it("is told by its file's name, and one that takes away without the name is found", () => {
    expect(HISTORY.map(isContracting)).toEqual([false, false, true, false]);
    expect(requiredVersion(RELEASE)).toBe(2);
    expect(requiredVersion(HISTORY)).toBe(4);
    const named = (statement: string, tag = "0009_tidy") =>
      unmarkedContractions({ tag, statements: [statement] }).length;
    for (const statement of [
      "DROP TABLE a",
      "ALTER TABLE `a` DROP COLUMN `b`",
      "ALTER TABLE a RENAME COLUMN b TO c",
      "ALTER TABLE `__new_a` RENAME TO `a`",
    ]) {
      expect(named(statement), statement).toBe(1);
      expect(named(statement, "0009_contract_tidy"), statement).toBe(0);
    }
    for (const statement of ["DROP INDEX i", "DROP TRIGGER t", "ALTER TABLE a ADD b text"])
      expect(named(statement), statement).toBe(0);
  });

  // Nothing says which code reads these two, so nothing could be waited for.
  it("is marked in villages, and there is none in directory and comparison", () => {
    expect(villageMigrations.flatMap(unmarkedContractions)).toEqual([]);
    for (const shared of [...directoryMigrations, ...comparisonMigrations])
      expect([shared.tag, isContracting(shared), unmarkedContractions(shared)]).toEqual([
        shared.tag,
        false,
        [],
      ]);
  });

  it("waits while code that does not know it runs; what comes before it is applied", async () => {
    const village = await add(1);
    await noteRunningCode(place.directory, 2, minutesLater(-14));
    await noteRunningCode(place.directory, 3, NOW);
    const report = await run();
    expect(report).toMatchObject({
      migrated: 1,
      failed: [],
      target: { version: 2, held: { tag: "0002_contract_drop_lama", oldCode: { schemaVersion: 2 } } },
    });
    expect(report.target.held?.oldCode.until).toEqual(minutesLater(1));
    expect(await columnsOf(village)).toEqual(["id", "nama", "lama", "baru"]);
    expect(await rowOf(village)).toMatchObject({ schemaVersion: 2 });
  });

  it("goes through once that code was not seen for a quarter of an hour", async () => {
    const village = await add(2);
    await noteRunningCode(place.directory, 2, NOW);
    await noteRunningCode(place.directory, 3, minutesLater(15));
    expect(await run({}, minutesLater(14))).toMatchObject({ migrated: 0, target: { version: 2 } });
    expect(await run({}, minutesLater(15))).toMatchObject({
      migrated: 1,
      target: { version: 3, held: null },
    });
    expect(await columnsOf(village)).toEqual(["id", "nama", "baru"]);
  });

  it("keeps back what comes after it too, since the order stands", async () => {
    const village = await add(2);
    await noteRunningCode(place.directory, 1, NOW);
    const options = { migrations: HISTORY };
    expect(await migrateVillage(place.home, place.directory, village, NOW, options)).toBe(2);
    expect(await columnsOf(village)).toContain("lama");
    await place.directory.delete(runningCode);
    expect(await migrateVillage(place.home, place.directory, village, NOW, options)).toBe(4);
  });
});

describe("canaries", () => {
  it("go first, and the others follow once they are through", async () => {
    const others = [await add(0), await add(0)];
    const canary = await add(0, { isCanary: true });
    const told: string[] = [];
    await run({ onResult: ({ slug }) => void told.push(slug) });
    expect(told[0]).toBe(canary.slug);
    expect(told.slice(1).sort()).toEqual(others.map(({ slug }) => slug).sort());
  });

  it("stop the run where one fails: no other village is touched, and the record says why", async () => {
    const other = await add(0);
    const canary = await add(0, { isCanary: true, database: "desa-hilang" });
    const report = await run();
    expect(report).toMatchObject({ migrated: 0, failed: [{ slug: canary.slug }] });
    expect(report.stoppedBecause).toContain(`Desa kenari ${canary.slug} gagal`);
    expect(await rowOf(other)).toMatchObject({ schemaVersion: 0, migrationError: null });
    const { runs, failed, canaries } = await readMigrationState(place.directory);
    expect(runs).toMatchObject([
      { failed: 1, migrated: 0, targetVersion: 3, stoppedBecause: report.stoppedBecause },
    ]);
    expect(failed.map(({ slug }) => slug)).toEqual([canary.slug]);
    expect(canaries.map(({ slug }) => slug)).toEqual([canary.slug]);
  });

  it("stop it too where one came through but is not whole, in later runs as well, until it is mended", async () => {
    const other = await add(3);
    const canary = await add(3, { isCanary: true });
    const client = connect(place.home, canary.database);
    const next: Migration = {
      tag: "0003_next",
      statements: ["CREATE TABLE lagi (id INTEGER PRIMARY KEY)"],
    };
    await client.migrate(["CREATE TABLE rusak (id INTEGER PRIMARY KEY, warga INTEGER REFERENCES warga(id))"]);
    await client.migrate(["INSERT INTO rusak VALUES (1, 99)"]);
    const migrations = [...RELEASE, next];
    for (let turn = 0; turn < 2; turn++) {
      const report = await run({ migrations });
      expect(report.stoppedBecause).toContain("points to no row of warga");
      expect(await rowOf(other)).toMatchObject({ schemaVersion: 3 });
    }
    await client.execute("DELETE FROM rusak");
    expect(await run({ migrations })).toMatchObject({ stoppedBecause: null, migrated: 1 });
    expect(await rowOf(canary)).toMatchObject({ schemaVersion: 4, migrationError: null });
  });

  it("hold the others back while somebody else is at one", async () => {
    await add(0);
    await add(0, { isCanary: true, migrationLeasedUntil: minutesLater(1).toISOString() });
    const report = await run();
    expect(report).toMatchObject({ migrated: 0, busy: 1, stoppedBecause: expect.stringContaining("kenari") });
  });
});

describe("a backup before the migration", () => {
  it("is taken of each village that has something, in the state before it", async () => {
    const [full, empty] = [await add(2), await add(0)];
    await connect(place.home, full.database).execute("INSERT INTO warga (nama, lama) VALUES ('Inaq', 'x')");
    const vault = createTestVault(place, () => NOW);
    expect(await run({ vault })).toMatchObject({ migrated: 2, failed: [] });
    expect(await listBackups(place.directory, full.id)).toMatchObject([
      { reason: "before-migration", schemaVersion: 2, state: "stored" },
    ]);
    expect(await listBackups(place.directory, empty.id)).toEqual([]);
  });

  it("keeps a village unchanged where it fails, and stops no other", async () => {
    const [one, two] = [await add(2), await add(2)];
    const vault = createTestVault(place, () => NOW);
    const { put } = vault.files;
    vault.files.put = (key, bytes, type) =>
      key.includes(one.id) ? Promise.reject(new Error("disk is full")) : put(key, bytes, type);
    expect(await run({ vault })).toMatchObject({ migrated: 1, failed: [{ slug: one.slug }] });
    expect(await rowOf(one)).toMatchObject({
      schemaVersion: 2,
      migrationLeasedUntil: null,
      migrationError: "Error: disk is full",
    });
    expect(await rowOf(two)).toMatchObject({ schemaVersion: 3 });
    vault.files.put = put;
    expect(await run({ vault })).toMatchObject({ migrated: 1 });
    expect(await rowOf(one)).toMatchObject({ schemaVersion: 3, migrationError: null });
  });

  it("is not taken again for a migration that is tried again at once", async () => {
    const village = await add(2);
    const vault = createTestVault(place, () => NOW);
    const bad = [...RELEASE.slice(0, 2), { tag: "0002_bad", statements: ["CREATE TABLE warga (id)"] }];
    for (let turn = 0; turn < 3; turn++)
      expect(await run({ vault, migrations: bad })).toMatchObject({ migrated: 0, failed: [{}] });
    expect(await listBackups(place.directory, village.id)).toHaveLength(1);
    await run({ vault, migrations: bad }, minutesLater(11));
    expect(await listBackups(place.directory, village.id)).toHaveLength(2);
  });
});

describe("a village that somebody else has", () => {
  it("is waited for, and done once his lease is over", async () => {
    const village = await add(0, { migrationLeasedUntil: minutesLater(1).toISOString() });
    let now = NOW;
    const report = await migrateAllVillages(place, () => now, {
      concurrency: 2,
      limit: 10,
      migrations: RELEASE,
      pause: async (millis) => {
        now = new Date(now.getTime() + millis);
      },
    });
    expect(report).toMatchObject({ migrated: 1, busy: 0 });
    expect(await rowOf(village)).toMatchObject({ schemaVersion: 3 });
  });

  it("is left alone while it moves to another home", async () => {
    const village = await add(1, { movingTo: "lain", movingSince: NOW.toISOString() });
    expect(await run()).toMatchObject({ migrated: 0, failed: [] });
    expect(await migrateVillage(place.home, place.directory, village, NOW)).toBeNull();
    expect(await rowOf(village)).toMatchObject({ schemaVersion: 1 });
  });

  it("is not migrated where it lay before it was moved", async () => {
    const village = await add(1);
    await place.directory.update(villages).set({ database: "desa-baru" }).where(eq(villages.id, village.id));
    expect(await migrateVillage(place.home, place.directory, village, NOW)).toBeNull();
    expect(await columnsOf(village)).toEqual(["id", "nama", "lama"]);
    expect(await rowOf(village)).toMatchObject({ migrationLeasedUntil: null });
  });
});
