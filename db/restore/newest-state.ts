import { listStoredBackups, type StoredBackup } from "../backup/stored-backups.ts";
import { generationTime, listGenerations, listSegments } from "../local/wal/log-store.ts";
import type { ObjectStore } from "../object-store.ts";

/** The newest that the file store holds of a database. */
export interface NewestState {
  /** The last commit in its shipped log, where that is newer than any backup. */
  loggedAt: Date | null;
  /** Backups, newest first. */
  backups: StoredBackup[];
}

/** Finds what is left of a database whose home lost it. */
export async function findNewestState(
  store: ObjectStore,
  owner: string,
  database: string,
): Promise<NewestState> {
  const backups = await listStoredBackups(store, owner);
  const logged = await lastLogged(store, database);
  const isNewer = logged !== null && logged > Date.parse(backups[0]?.takenAt ?? "1970-01-01");
  return { loggedAt: isNewer ? new Date(logged) : null, backups };
}

async function lastLogged(store: ObjectStore, database: string): Promise<number | null> {
  const generation = (await listGenerations({ store, database })).at(-1);
  if (!generation) return null;
  const segments = await listSegments({ store, database }, generation);
  return Math.max(generationTime(generation), ...segments.map(({ last }) => last));
}
