import { newId } from "#app/platform/ids.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { type Migration, migrateDatabase } from "#db/migrate.ts";
import { villageDatabaseName } from "#db/names.ts";
import type { Place } from "#db/place.ts";
import { migrations as bundled } from "#db/village/migrations/bundle.ts";

let count = 0;

/** An active village whose database has only the first `schemaVersion` migrations, as older code left it. */
export async function addLaggingVillage(
  { home, provisioner, directory }: Pick<Place, "home" | "provisioner" | "directory">,
  schemaVersion: number,
  changes: Partial<VillageRow> = {},
  migrations: readonly Migration[] = bundled,
): Promise<VillageRow> {
  const number = ++count;
  const now = new Date();
  const id = newId(now);
  const database = villageDatabaseName(id);
  await provisioner.createDatabase(database);
  if (schemaVersion > 0)
    await migrateDatabase(home, database, migrations.slice(0, schemaVersion), now.toISOString());
  const [row] = await directory
    .insert(villages)
    .values({
      id,
      slug: `lama-${number}`,
      name: "Uji",
      regionCode: `98.01.${String(Math.floor(number / 900) + 10)}.${2000 + (number % 900)}`,
      state: "active",
      timeZone: "WITA",
      home: home.name,
      database,
      schemaVersion,
      createdAt: now.toISOString(),
      ...changes,
    })
    .returning();
  if (!row) throw new Error("no directory row");
  return row;
}
