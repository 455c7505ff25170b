import { backups } from "../directory/schema/backups.ts";
import { villages } from "../directory/schema/villages.ts";
import { listAll, type ObjectStore } from "../object-store.ts";
import type { BackupRow } from "./backup-rows.ts";
import { BACKUPS_PREFIX, backupPrefix } from "./object-keys.ts";
import { SHARED_SUBJECTS, type Vault } from "./vault.ts";

/** A backup as the file store alone knows it. */
export type StoredBackup = Pick<BackupRow, "id" | "owner" | "storageKey" | "takenAt">;

const FOLDER = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([0-9a-f-]{36})$/;
const DAY_MS = 86_400_000;

/**
 * Backups of one owner as they lie in the store, newest first: what is left where the directory is lost. One that a
 * killed process left unfinished may be among them; it can't be loaded.
 */
export async function listStoredBackups(store: ObjectStore, owner: string): Promise<StoredBackup[]> {
  const prefix = backupPrefix(owner);
  const folders = new Set<string>();
  for await (const { key } of listAll(store, prefix))
    folders.add(key.slice(prefix.length).split("/")[0] ?? "");
  return [...folders]
    .sort()
    .reverse()
    .flatMap((folder) => {
      const [whole, year, month, day, hour, minute, second, millis, id = ""] = FOLDER.exec(folder) ?? [];
      if (!whole) return [];
      const takenAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}Z`;
      return [{ id, owner, storageKey: `${prefix}${folder}/`, takenAt }];
    });
}

/**
 * Notes in a directory that came back the backups that were taken after it, so that they are found, and deleted when
 * their time is over.
 */
export async function noteStoredBackups({ place, files, keepDays }: Vault): Promise<void> {
  for (const owner of await listOwners(files)) {
    for (const backup of await listStoredBackups(files, owner)) {
      const expiresAt = new Date(Date.parse(backup.takenAt) + keepDays * DAY_MS).toISOString();
      await place.directory
        .insert(backups)
        .values({ ...backup, reason: "nightly", state: "stored", expiresAt })
        .onConflictDoNothing();
    }
  }
}

/**
 * How many villages have backups while the directory names none at all: it was made anew after the old one was lost.
 */
export async function countForgottenVillages({
  place,
  files,
}: Pick<Vault, "place" | "files">): Promise<number> {
  if ((await place.directory.$count(villages)) > 0) return 0;
  const shared = new Set<string>(SHARED_SUBJECTS.map(({ owner }) => owner));
  return [...(await listOwners(files))].filter((owner) => !shared.has(owner)).length;
}

async function listOwners(files: ObjectStore): Promise<Set<string>> {
  const owners = new Set<string>();
  for await (const { key } of listAll(files, BACKUPS_PREFIX))
    owners.add(key.slice(BACKUPS_PREFIX.length).split("/")[0] ?? "");
  return owners;
}
