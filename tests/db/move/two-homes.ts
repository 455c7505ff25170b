import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";

import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import type { DatabaseHome, NamespaceHome } from "#db/homes/home.ts";
import { openVillage } from "#db/open.ts";
import { openPlace, type Place, placeOf } from "#db/place.ts";
import { settings } from "#db/village/schema/village.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { removeFolder } from "../../support/remove-folder.ts";
import { readAll } from "../stored-village.ts";

/** The run's own home and another one beside it. */
export interface TwoHomes {
  place: Place;
  second: NamespaceHome;
  stop(): Promise<void>;
}

export async function openTwoHomes(others: DatabaseHome[] = []): Promise<TwoHomes> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-rumah-"));
  const server = await startNearServer({ dataDir });
  const second: NamespaceHome = {
    name: "kedua",
    kind: "sqld",
    region: { name: "Mataram, NTB", country: "ID" },
    url: server.url,
    adminUrl: server.adminUrl,
  };
  const stop = async () => {
    await server.stop();
    removeFolder(dataDir);
  };
  return { place: openPlace(databaseHome, [second, ...others]), second, stop };
}

export async function rowOf(place: Place, id: string): Promise<VillageRow> {
  const [row] = await place.directory.select().from(villages).where(eq(villages.id, id));
  if (!row) throw new Error("the village is gone");
  return row;
}

/** Every row of the village, wherever the directory says that it lies. */
export async function rowsOf(place: Place, id: string) {
  const row = await rowOf(place, id);
  return readAll(placeOf(place, row).home, row.database);
}

/** Writes as a person of the village would, by a directory row that may be old. */
export async function writeTo(place: Place, row: Pick<VillageRow, "home" | "database">, key: string) {
  const db = openVillage(placeOf(place, row).home, row);
  await db.insert(settings).values({ key, value: 1, updatedAt: "2026-11-24T00:00:00.000Z" });
}
