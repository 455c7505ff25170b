import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { createClient } from "@libsql/client";
import { copyName } from "../copy.ts";
import { connect } from "../open.ts";
import { type Place, placeOf } from "../place.ts";
import { transferDatabase } from "../transfer.ts";

/**
 * Writes a village's database, of this moment, to a new SQLite file that its owner alone may read; it has its name only once it is whole.
 * @throws Error where the file exists
 */
export async function saveVillageFile(
  place: Place,
  village: { id: string; home: string; database: string },
  path: string,
  now: Date,
): Promise<void> {
  if (existsSync(path)) throw new Error(`${path} exists`);
  const unfinished = `${path}.${process.pid}.belum-selesai`;
  // Made first, so that nobody else can read the rows while they come in.
  closeSync(openSync(unfinished, "wx", 0o600));
  try {
    await fillFile(place, village, unfinished, now);
  } catch (error) {
    for (const left of ["", "-wal", "-shm"]) rmSync(unfinished + left, { force: true });
    throw error;
  }
  renameSync(unfinished, path);
}

async function fillFile(
  place: Place,
  village: { id: string; home: string; database: string },
  path: string,
  now: Date,
): Promise<void> {
  const copy = copyName(village.id, "ekspor", now);
  const { home, provisioner } = placeOf(place, village);
  await provisioner.copyDatabase(village.database, copy);
  const file = createClient({ url: `file:${path}` });
  try {
    await transferDatabase(connect(home, copy), file);
  } finally {
    file.close();
    await provisioner.deleteDatabase(copy);
  }
}

/**
 * Loads a file that saveVillageFile wrote into a new database beside the village's own: the source of a restore.
 * @throws Error where the file does not exist
 */
export async function loadVillageFile(
  place: Place,
  village: { home: string },
  path: string,
  database: string,
): Promise<void> {
  if (!existsSync(path)) throw new Error(`${path} does not exist`);
  const { home, provisioner } = placeOf(place, village);
  await provisioner.createDatabase(database);
  const file = createClient({ url: `file:${path}` });
  try {
    await transferDatabase(file, connect(home, database));
  } finally {
    file.close();
  }
}
