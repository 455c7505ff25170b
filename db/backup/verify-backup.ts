import { placeOf } from "../place.ts";
import { SealError } from "../sealed/seal-key.ts";
import { type BackupRow, changeBackup } from "./backup-rows.ts";
import { DumpError } from "./load-dump.ts";
import { BackupError, loadBackup } from "./read-backup.ts";
import { scratchName } from "./scratch.ts";
import type { BackupSubject, Vault } from "./vault.ts";

/**
 * Tries a backup out: restores it into a database of its own, compares the content with the row's hash, and takes the
 * database away again.
 * @returns the row, `verified`
 * @throws SealError, DumpError, BackupError: the row then says `failed` and why; anything else where home or store do
 *   not answer, which says nothing of the backup
 */
export async function verifyBackup(
  vault: Vault,
  backup: BackupRow,
  subject: Pick<BackupSubject, "home" | "database">,
  now: Date,
): Promise<BackupRow> {
  const scratch = scratchName(subject.database, "uji", now);
  const { directory } = vault.place;
  const { provisioner } = placeOf(vault.place, subject);
  try {
    await provisioner.deleteDatabase(scratch);
    const { hash } = await loadBackup(vault, backup, { home: subject.home, database: scratch });
    // Of a backup that outlived its directory the store alone knows: it says itself what it holds.
    if (backup.contentHash !== null && hash !== backup.contentHash)
      throw new BackupError(`${backup.storageKey} is not the backup of its row`);
  } catch (error) {
    if (isFault(error))
      await changeBackup(directory, backup.id, { state: "failed", error: String(error).slice(0, 500) });
    await provisioner.deleteDatabase(scratch).catch(() => undefined);
    throw error;
  }
  await provisioner.deleteDatabase(scratch);
  return changeBackup(directory, backup.id, {
    state: "verified",
    verifiedAt: now.toISOString(),
    error: null,
  });
}

/** Does an error tell of the backup itself? */
export function isFault(error: unknown): boolean {
  return error instanceof SealError || error instanceof DumpError || error instanceof BackupError;
}
