import { changeBackup, listCutOff, listExpired } from "./backup-rows.ts";
import { removeObjects } from "./object-parts.ts";
import { abandonBackup } from "./take-backup.ts";
import type { BackupSubject, Vault } from "./vault.ts";

/** A backup that takes longer than this was killed. */
const LONGEST_MS = 3_600_000;

/** Takes away what killed backups of one database left. Call it before the next one is taken. */
export async function clearCutOff(vault: Vault, subject: BackupSubject, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LONGEST_MS);
  const cutOff = await listCutOff(vault.place.directory, subject.owner, before);
  for (const backup of cutOff) await abandonBackup(vault, backup, subject, "cut off");
  return cutOff.length;
}

/**
 * Deletes backups whose time is over, objects before rows, so that a run which is cut off is done again.
 * @returns how many
 */
export async function deleteExpired(vault: Vault, now: Date, limit: number): Promise<number> {
  const expired = await listExpired(vault.place.directory, now, limit);
  for (const backup of expired) {
    await removeObjects(vault.files, backup.storageKey);
    await changeBackup(vault.place.directory, backup.id, { state: "deleted" });
  }
  return expired.length;
}
