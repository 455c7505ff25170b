import { villageDatabaseName } from "../names.ts";

export const BACKUPS_PREFIX = "cadangan/";

/** Where the backups of one owner lie: a village's id, `direktori` or `perbandingan`. */
export function backupPrefix(owner: string): string {
  return `${BACKUPS_PREFIX}${owner}/`;
}

/** Where the shipped log of one database lies. */
export function walPrefix(database: string): string {
  return `wal/${database}/`;
}

/** Where exports of one village wait to be fetched. */
export function exportPrefix(villageId: string): string {
  return `ekspor/${villageId}/`;
}

/** Every prefix under which files of a village lie: its own and its exports. */
export function filePrefixes(villageId: string): string[] {
  return [`${villageId}/`, exportPrefix(villageId)];
}

/** Every prefix under which copies of a village's databases lie, those that a restore replaced included. */
export function copyPrefixes(villageId: string): string[] {
  const own = villageDatabaseName(villageId);
  return [backupPrefix(villageId), walPrefix(own), `wal/${own}-`];
}
