import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import type { Vault } from "#db/backup/vault.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { localHome } from "#db/homes/home.ts";
import { startLocalServer } from "#db/local/server.ts";
import { type MigrateOptions, migrateAllVillages } from "#db/migrate-all.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { moveVillageHome } from "#db/move-village.ts";
import { openPlace, type Place } from "#db/place.ts";
import { readBackupKeys } from "#db/sealed/seal-key.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { removeFolder } from "../support/remove-folder.ts";
import type { Scale } from "./measure.ts";
import type { Site } from "./site.ts";
import { markdownTable, short } from "./table.ts";

/** As `npm run migrate` does. */
const AT_ONCE = 4;

/** Prints how many villages a minute are migrated, and for how long one that moves can't be written to. */
export async function printMigrations(scale: Scale, site: Site): Promise<void> {
  const place = openPlace(site.balai.home);
  const count = scale.migrations;
  const last = VILLAGE_SCHEMA_VERSION - 1;
  const rows = [
    [`the last migration, ${count} villages`, ...(await migrateMany(place, count, last))],
    [`all ${VILLAGE_SCHEMA_VERSION} migrations, ${count} villages`, ...(await migrateMany(place, count, 0))],
    [
      `the last one with a backup of each before, ${scale.backedUp} villages`,
      ...(await migrateMany(place, scale.backedUp, last, vaultOf(place, site))),
    ],
  ];
  console.log("\n## Migrations\n");
  console.log(markdownTable(["what", "villages a minute", "seconds in all"], rows));
  const { rows: moved, readOnlyMillis } = await moveOne(site);
  console.log(
    `\nA move to another home of a village that works (${moved} rows): read only for ${Math.round(readOnlyMillis)} ms.`,
  );
}

async function migrateMany(place: Place, count: number, from: number, vault?: Vault): Promise<string[]> {
  let missing = count;
  const make = async () => {
    while (missing-- > 0) await addLaggingVillage(place, from);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, make));
  const options: MigrateOptions = { concurrency: AT_ONCE, limit: count, vault };
  const begin = performance.now();
  const report = await migrateAllVillages(place, () => new Date(), options);
  const millis = performance.now() - begin;
  if (report.migrated !== count) throw new Error(`migrated ${report.migrated} of ${count}`);
  return [short(count / (millis / 60_000)), short(millis / 1000)];
}

function vaultOf(place: Place, { balai }: Site): Vault {
  return {
    place,
    files: createR2Store(balai.bucket),
    keys: readBackupKeys(Buffer.alloc(32, 1).toString("base64")),
    keepDays: 1,
    verifyDays: 1,
    clock: () => new Date(),
  };
}

async function moveOne(site: Site) {
  const slug = "pindah";
  await site.addWorkingVillage(slug, 14, 2);
  const dataDir = mkdtempSync(join(tmpdir(), "balai-bench-rumah-"));
  const server = await startLocalServer({ dataDir });
  try {
    const second: NamespaceHome = { ...localHome(server), name: "kedua" };
    const place = openPlace(site.balai.home, [second]);
    const [village] = await place.directory.select().from(villages).where(eq(villages.slug, slug));
    if (!village) throw new Error("no village to move");
    return await moveVillageHome(place, village.id, "kedua", () => new Date());
  } finally {
    await server.stop();
    removeFolder(dataDir);
  }
}
