import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreRules } from "#app/registry.server.ts";
import { provisionSharedDatabases, provisionVillageDatabase } from "#app/seed/provision-village.ts";
import { ContentHash } from "#db/backup/content-hash.ts";
import { rowLine } from "#db/backup/dump-lines.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { newId } from "#db/ids.ts";
import type { LocalServer } from "#db/local/server.ts";
import { isLivingDatabase, villageDatabaseName } from "#db/names.ts";
import { connect, openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import type { RestoreDeps } from "#db/restore/restore-village.ts";
import { utf8 } from "#db/sealed/bytes.ts";
import { readBackupKeys } from "#db/sealed/seal-key.ts";
import { listTables, readRows } from "#db/tables.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createMemoryFileStore, type MemoryFileStore } from "#tests/support/memory-file-store.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { createTestVault, TEST_BACKUP_KEY, type TestVault } from "#tests/support/test-vault.ts";
import { removeFolder } from "../../support/remove-folder.ts";

/** A machine of its own: databases whose logs are shipped, and a file store that outlives it. */
export interface Drill {
  place: Place;
  vault: TestVault;
  server: LocalServer;
  now(): Date;
  /** Lets time pass and ships what was committed. */
  minute(minutes?: number): Promise<void>;
  deps(): RestoreDeps & { vault: TestVault };
  addVillage(code: string): Promise<VillageRow>;
  rowOf(village: VillageRow): Promise<VillageRow>;
  stop(): Promise<void>;
}

let clock = Date.parse("2026-11-23T05:00:00.000Z");

/** @param store what a machine before this one left */
export async function startDrill(store: MemoryFileStore = createMemoryFileStore()): Promise<Drill> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-latihan-"));
  const now = () => new Date(clock);
  const server = await startNearServer({
    dataDir,
    shipping: {
      keys: readBackupKeys(TEST_BACKUP_KEY),
      ships: isLivingDatabase,
      keepDays: 7,
      wallClock: () => clock,
    },
  });
  server.attachStore(store);
  const place = openPlace(localHome(server));
  const vault = { ...createTestVault(place, now), files: store };
  return {
    place,
    vault,
    server,
    now,
    minute: async (minutes = 1) => {
      clock += minutes * 60_000;
      await server.shipNow();
    },
    deps: () => ({ place, vault, rules: restoreRules, now: now(), clock: now }),
    addVillage: (code) => addVillage(place, code, now()),
    rowOf: async ({ id }) => {
      const rows = await place.directory.select().from(villages);
      const row = rows.find((each) => each.id === id);
      if (!row) throw new Error("no such village");
      return row;
    },
    stop: async () => {
      await server.stopShipping();
      await server.stop();
      removeFolder(dataDir);
    },
  };
}

/** Makes directory and comparison, as the first start does. */
export async function provisionDrill({ place, now }: Drill): Promise<void> {
  await provisionSharedDatabases(place.home, now());
}

async function addVillage(place: Place, regionCode: string, now: Date): Promise<VillageRow> {
  const id = newId(new Date());
  const database = villageDatabaseName(id);
  const schemaVersion = await provisionVillageDatabase(place.home, { database }, now);
  await openVillage(place.home, { database })
    .insert(villageProfile)
    .values({
      id: 1,
      name: `Desa ${regionCode}`,
      regionCode,
      districtName: "Gunungsari",
      regencyName: "Kabupaten Lombok Barat",
      provinceName: "Nusa Tenggara Barat",
      timeZone: "WITA",
      updatedAt: now.toISOString(),
    });
  const [row] = await place.directory
    .insert(villages)
    .values({
      id,
      slug: `latihan-${id.slice(-12)}`,
      name: `Desa ${regionCode}`,
      regionCode,
      state: "active",
      timeZone: "WITA",
      home: "utama",
      database,
      schemaVersion,
      createdAt: now.toISOString(),
    })
    .returning();
  if (!row) throw new Error("no village");
  return row;
}

/** Hash over the rows of each table, without the note that a restore leaves. */
export async function hashOf(place: Place, { database }: { database: string }): Promise<string> {
  const client = connect(place.home, database);
  const hash = new ContentHash();
  for (const table of await listTables(client)) {
    if (table.name === "restore_epochs") continue;
    await hash.add(utf8(table.name));
    for await (const rows of readRows(client, table))
      for (const row of rows) await hash.add(utf8(rowLine(row)));
  }
  return hash.hex;
}
