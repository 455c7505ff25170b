import type { VillageRow } from "../directory/villages.ts";
import { MAIN_HOME } from "../homes/home.ts";
import { COMPARISON_DATABASE, DIRECTORY_DATABASE } from "../names.ts";
import type { ObjectStore } from "../object-store.ts";
import type { Place } from "../place.ts";
import type { BackupKeys } from "../sealed/seal-key.ts";

/** What backups are made with and kept in. */
export interface Vault {
  place: Place;
  files: ObjectStore;
  keys: BackupKeys;
  /** Days that a backup is kept. */
  keepDays: number;
  /** Days after which a village's backup is tried out again. */
  verifyDays: number;
  /** The present, for how long things take. */
  clock(): Date;
}

/** A database that is backed up. */
export interface BackupSubject {
  /** A village's id, `direktori` or `perbandingan`. */
  owner: string;
  /** Name of the home that it lies in. */
  home: string;
  database: string;
  epoch: number;
}

/** Owner of the directory's backups, and of the keys that seal its fields. */
export const DIRECTORY_OWNER = "direktori";
export const COMPARISON_OWNER = "perbandingan";

/** The databases that no village owns. */
export const SHARED_SUBJECTS: readonly BackupSubject[] = [
  { owner: DIRECTORY_OWNER, home: MAIN_HOME, database: DIRECTORY_DATABASE, epoch: 0 },
  { owner: COMPARISON_OWNER, home: MAIN_HOME, database: COMPARISON_DATABASE, epoch: 0 },
];

export function villageSubject(
  village: Pick<VillageRow, "id" | "home" | "database" | "epoch">,
): BackupSubject {
  return { owner: village.id, home: village.home, database: village.database, epoch: village.epoch };
}
