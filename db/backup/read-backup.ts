import { connect } from "../open.ts";
import { placeOf } from "../place.ts";
import { openSealed } from "../sealed/sealed-reader.ts";
import type { BackupRow } from "./backup-rows.ts";
import { hashDatabase } from "./content-hash.ts";
import { type LoadedDump, loadDump } from "./load-dump.ts";
import { readParts } from "./object-parts.ts";
import type { BackupSubject, Vault } from "./vault.ts";

/** A backup that does not give back what was backed up. */
export class BackupError extends Error {
  override name = "BackupError";
}

type BackupPlace = Pick<BackupRow, "storageKey" | "owner">;

/**
 * Writes a backup into a new, empty database and compares the content with what the backup says of itself.
 * @returns what was loaded
 * @throws SealError where it was changed or cut off, or its key is missing; BackupError where it is another's or its
 *   content differs. The database is then unfinished and must be thrown away
 */
export async function loadBackup(
  vault: Vault,
  backup: BackupPlace,
  target: Pick<BackupSubject, "home" | "database">,
): Promise<LoadedDump> {
  const opened = await openSealed(readParts(vault.files, backup.storageKey), vault.keys.find);
  if (opened.head.content !== "backup" || opened.head.about.owner !== backup.owner)
    throw new BackupError(`${backup.storageKey} is no backup of ${backup.owner}`);
  const { home, provisioner } = placeOf(vault.place, target);
  await provisioner.createDatabase(target.database);
  const client = connect(home, target.database);
  const loaded = await loadDump(textsOf(opened.frames), client);
  const hash = await hashDatabase(client);
  if (hash !== loaded.hash)
    throw new BackupError(`${backup.storageKey} gives content ${hash}, not ${loaded.hash}`);
  return loaded;
}

/** Frames hold whole lines, so that no letter is cut. */
async function* textsOf(frames: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const frame of frames) yield new TextDecoder().decode(frame);
}
