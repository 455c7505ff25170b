import { and, asc, eq, gt } from "drizzle-orm";
import type { BackupRow } from "../backup/backup-rows.ts";
import { loadBackup } from "../backup/read-backup.ts";
import type { Vault } from "../backup/vault.ts";
import { isOfVillage } from "../copy.ts";
import type { DataKeyRow } from "../directory/data-keys.ts";
import { backups, restores } from "../directory/schema/backups.ts";
import { directoryAudit } from "../directory/schema/overseers.ts";
import type { VillageRow } from "../directory/villages.ts";
import { ProvisionError } from "../homes/home.ts";
import { sideDatabaseTime } from "../names.ts";
import { connect, type DirectoryDb } from "../open.ts";
import { type Place, placeOf } from "../place.ts";
import { RestoreError } from "./restore-error.ts";

/** Where a restore takes a village's state from. */
export type RestoreSource =
  /** A row of `backups`, or a backup that only the file store knows. */
  | { kind: "backup"; backup: Pick<BackupRow, "owner" | "storageKey" | "takenAt"> }
  /** Any moment, where the village's home keeps them. */
  | { kind: "moment"; at: Date }
  /** A database beside the village's own: a copy, or what an earlier restore replaced. */
  | { kind: "copy"; database: string }
  /** Loads the state by itself: a file of a command. `at` counts where the state names no moment of its own. */
  | { kind: "load"; name: string; at: Date; load(database: string): Promise<void> };

/** What was put into the new database. */
export interface Filled {
  /** The moment that the village goes back to. */
  restoredTo: Date;
  /** As `restores.source` keeps it. */
  label: string;
  /** Data keys that the backup brought along, wrapped. */
  dataKeys: DataKeyRow[];
}

export interface SourceDeps {
  place: Place;
  /** Reads backups; the other sources need none. */
  vault?: Vault;
}

/**
 * Fills a new database with the state that a source holds.
 * @throws RestoreError where the source is another village's or can't be had; SealError, DumpError, BackupError where a
 *   backup is not whole. The database may then be there, unfinished
 */
export async function fillFrom(
  deps: SourceDeps,
  village: VillageRow,
  source: RestoreSource,
  database: string,
  now: Date,
): Promise<Filled> {
  switch (source.kind) {
    case "backup":
      return fillFromBackup(deps, village, source.backup, database);
    case "moment":
      return fillFromMoment(deps, village, source.at, database, now);
    case "copy":
      return fillFromCopy(deps, village, source.database, database, now);
    case "load":
      await source.load(database);
      return {
        restoredTo: (await lastEntry(deps, village, database)) ?? source.at,
        label: source.name,
        dataKeys: [],
      };
  }
}

async function fillFromBackup(
  { vault }: SourceDeps,
  village: VillageRow,
  backup: Pick<BackupRow, "owner" | "storageKey" | "takenAt">,
  database: string,
): Promise<Filled> {
  if (!vault) throw new RestoreError("BACKUP_KEY belum diatur, jadi cadangan tidak dapat dibuka");
  if (backup.owner !== village.id) throw new RestoreError(`cadangan itu bukan milik desa ${village.slug}`);
  const loaded = await loadBackup(vault, backup, { home: village.home, database });
  return {
    restoredTo: new Date(loaded.head.takenAt),
    label: `cadangan ${backup.storageKey}`,
    dataKeys: loaded.dataKeys as unknown as DataKeyRow[],
  };
}

async function fillFromMoment(
  { place }: SourceDeps,
  village: VillageRow,
  at: Date,
  database: string,
  now: Date,
): Promise<Filled> {
  const { provisioner, home } = placeOf(place, village);
  if (!provisioner.hasPointInTime)
    throw new RestoreError(
      `rumah data ${home.name} hanya memiliki cadangan malam, tidak ada keadaan per menit; pilih satu cadangan dengan --cadangan`,
    );
  if (at > now) throw new RestoreError("saat itu belum terjadi");
  await refuseBeforeMove(place.directory, village.id, at);
  const from = await databaseAt(place.directory, village, at);
  try {
    await provisioner.copyDatabase(from, database, at);
  } catch (error) {
    if (error instanceof ProvisionError && [400, 404].includes(error.status))
      throw new RestoreError("tidak ada catatan untuk saat itu; pilih saat lain atau satu cadangan");
    throw error;
  }
  return { restoredTo: at, label: `saat ${at.toISOString()} dari ${from}`, dataKeys: [] };
}

/** A log belongs to the home that wrote it. */
async function refuseBeforeMove(directory: DirectoryDb, villageId: string, at: Date): Promise<void> {
  const [move] = await directory
    .select({ at: directoryAudit.at })
    .from(directoryAudit)
    .where(
      and(
        eq(directoryAudit.villageId, villageId),
        eq(directoryAudit.action, "village.move"),
        gt(directoryAudit.at, at.toISOString()),
      ),
    )
    .limit(1);
  if (move)
    throw new RestoreError(
      `desa ini pindah rumah data pada ${move.at}, sesudah saat itu; pilih satu cadangan dengan --cadangan`,
    );
}

/** The database that a village had at a moment: an earlier restore may have replaced it since. */
export async function databaseAt(
  directory: DirectoryDb,
  village: Pick<VillageRow, "id" | "database">,
  at: Date,
): Promise<string> {
  const [next] = await directory
    .select({ database: restores.previousDatabase })
    .from(restores)
    .where(and(eq(restores.villageId, village.id), gt(restores.at, at.toISOString())))
    .orderBy(asc(restores.at))
    .limit(1);
  return next?.database ?? village.database;
}

async function fillFromCopy(
  { place }: SourceDeps,
  village: VillageRow,
  source: string,
  database: string,
  now: Date,
): Promise<Filled> {
  if (!isOfVillage(source, village.id))
    throw new RestoreError(`${source} bukan basis data desa ${village.slug}`);
  if (source === village.database) throw new RestoreError(`${source} sedang dipakai desa ${village.slug}`);
  const { provisioner } = placeOf(place, village);
  if (!(await provisioner.hasDatabase(source))) throw new RestoreError(`salinan ${source} tidak ada lagi`);
  await provisioner.copyDatabase(source, database);
  const restoredTo = (await leftAt(place.directory, source)) ?? sideDatabaseTime(source) ?? now;
  return { restoredTo, label: `salinan ${source}`, dataKeys: [] };
}

/** When somebody last did something in a state. */
async function lastEntry({ place }: SourceDeps, village: VillageRow, database: string): Promise<Date | null> {
  const found = await connect(placeOf(place, village).home, database).execute(
    "SELECT max(at) AS at FROM audit_log",
  );
  const at = found.rows[0]?.at;
  return typeof at === "string" ? new Date(at) : null;
}

/** When an earlier restore took a database out of use. */
async function leftAt(directory: DirectoryDb, database: string): Promise<Date | null> {
  const [row] = await directory
    .select({ at: restores.at })
    .from(restores)
    .where(eq(restores.previousDatabase, database));
  return row ? new Date(row.at) : null;
}

/** A kept backup by its id. */
export async function findBackup(directory: DirectoryDb, id: string): Promise<BackupRow | null> {
  const [row] = await directory.select().from(backups).where(eq(backups.id, id));
  return row && ["stored", "verified"].includes(row.state) ? row : null;
}
