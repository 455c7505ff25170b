import { copyName, isOfVillage } from "./copy.ts";
import { moveVillage, type VillageRow } from "./directory/villages.ts";
import { freezeDatabase, thawDatabase } from "./freeze.ts";
import { migrateDatabase } from "./migrate.ts";
import { connect } from "./open.ts";
import { type Place, placeOf } from "./place.ts";
import { migrations } from "./village/migrations/bundle.ts";

/** A restore that would be wrong, said in Indonesian to the operator; the village was not changed. */
export class RestoreError extends Error {
  override name = "RestoreError";
}

export interface Restored {
  /** The village's database from now on. */
  database: string;
  /** The one before: frozen, whole, and itself a copy that can be restored. */
  previous: string;
}

/**
 * Makes a village equal to a copy of it. The copy is copied once more and brought to the present schema; then the
 * village's own database is frozen, so that no write is lost unseen, and the directory points to the new one with the
 * next epoch. Cut off before that, the village is as it was, or frozen; the same call again finishes it.
 * @param source database made by copyVillage, or an earlier one of this village
 * @throws RestoreError for another village's database or one that holds another village
 */
export async function restoreVillage(
  place: Place,
  village: VillageRow,
  source: string,
  now: Date,
): Promise<Restored> {
  if (!isOfVillage(source, village.id))
    throw new RestoreError(`${source} bukan basis data desa ${village.slug}`);
  if (source === village.database) throw new RestoreError(`${source} sedang dipakai desa ${village.slug}`);
  await requireSameVillage(place, village, source);
  const database = copyName(village.id, "pulih", now);
  await placeOf(place, village).provisioner.copyDatabase(source, database);
  return adoptDatabase(place, village, database, now);
}

/**
 * Second half of a restore: a database that is complete becomes the village's own.
 * @throws RestoreError where another restore was faster, or the database holds another village
 */
export async function adoptDatabase(
  place: Place,
  village: VillageRow,
  database: string,
  now: Date,
): Promise<Restored> {
  const { home, provisioner } = placeOf(place, village);
  try {
    await requireSameVillage(place, village, database);
  } catch (error) {
    await provisioner.deleteDatabase(database);
    throw error;
  }
  await thawDatabase(home, database);
  const schemaVersion = await migrateDatabase(home, database, migrations, now.toISOString());
  const previous = village.database;
  await freezeDatabase(home, previous);
  const move = { id: village.id, from: previous, to: database, schemaVersion };
  if (!(await moveVillage(place.directory, move, now)))
    throw new RestoreError(`desa ${village.slug} baru saja dipulihkan proses lain`);
  return { database, previous };
}

async function requireSameVillage(place: Place, village: VillageRow, database: string): Promise<void> {
  const found = await connect(placeOf(place, village).home, database).execute(
    "SELECT region_code FROM village_profile",
  );
  const code = found.rows[0]?.region_code;
  if (code !== undefined && code !== village.regionCode)
    throw new RestoreError(`${database} berisi desa ${code}, bukan ${village.regionCode}`);
}
