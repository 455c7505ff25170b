import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { connect, type DatabaseHome, openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { listTables, readRows } from "#db/tables.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { areas, files, settings, villageProfile } from "#db/village/schema/village.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { createTestVillage } from "#tests/support/test-village.ts";

/** A village with rows of every type, known to the directory. */
export async function storeVillage(regionCode: string): Promise<{ place: Place; village: VillageRow }> {
  const { tenant, db, ctxAs, now } = await createTestVillage({ regionCode });
  const at = now().toISOString();
  const place = openPlace(databaseHome);
  await ctxAs("kepala-desa", { name: "Ni Luh O'Brien" });
  await db.insert(villageProfile).values({
    id: 1,
    name: tenant.name,
    regionCode,
    districtName: "Batulayar",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    letterheadLines: ["PEMERINTAH", 'DESA "X"'],
    updatedAt: at,
  });
  await db.insert(settings).values({ key: "aksara", value: { text: "ꦱꦼꦱꦺꦭ; --\n'\"" }, updatedAt: at });
  const rows = Array.from({ length: 1203 }, (_, index) => ({
    id: `rt-${index}`,
    kind: "rt" as const,
    name: `RT ${index}`,
    createdAt: at,
  }));
  for (let from = 0; from < rows.length; from += 200)
    await db.insert(areas).values(rows.slice(from, from + 200));
  await db.insert(files).values({
    id: "f1",
    storageKey: `${tenant.villageId}/abc`,
    name: "foto.jpg",
    mediaType: "image/jpeg",
    sizeBytes: 123,
    sha256: "00",
    purpose: "evidence",
    createdBy: "-",
    createdAt: at,
  });
  const [village] = await place.directory
    .insert(villages)
    .values({
      id: tenant.villageId,
      slug: tenant.slug,
      name: tenant.name,
      regionCode,
      state: "active",
      timeZone: "WITA",
      home: "utama",
      database: tenant.database,
      schemaVersion: tenant.schemaVersion,
      createdAt: at,
    })
    .returning();
  if (!village) throw new Error("no directory row");
  return { place, village };
}

/** Every row of every table. */
export async function readAll(home: DatabaseHome, database: string): Promise<Record<string, unknown[][]>> {
  const client = connect(home, database);
  const all: Record<string, unknown[][]> = {};
  for (const table of await listTables(client)) {
    const rows: unknown[][] = [];
    for await (const page of readRows(client, table)) rows.push(...page);
    all[table.name] = rows;
  }
  return all;
}

/** Names of everything that the schema holds. */
export async function readSchema(home: DatabaseHome, database: string): Promise<Record<string, unknown>[]> {
  const found = await connect(home, database).execute(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
  );
  return found.rows.map((row) => ({ ...row }));
}

/** Changes a village as its people would. */
export async function changeVillage(home: DatabaseHome, database: string): Promise<void> {
  const db = openVillage(home, { database });
  await db.update(accounts).set({ name: "Diganti" });
  await db.delete(areas);
  await db.insert(settings).values({ key: "sesudah", value: 1, updatedAt: "2026-11-25T00:00:00.000Z" });
}
