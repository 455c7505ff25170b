import { inArray } from "drizzle-orm";
import { loadBackup } from "../backup/read-backup.ts";
import { type BackupSubject, SHARED_SUBJECTS, type Vault } from "../backup/vault.ts";
import { isFault } from "../backup/verify-backup.ts";
import { villages } from "../directory/schema/villages.ts";
import type { VillageRow } from "../directory/villages.ts";
import { isLivingDatabase, sideDatabaseName, sideDatabaseTime, villageDatabaseName } from "../names.ts";
import { placeOf } from "../place.ts";
import { findNewestState } from "./newest-state.ts";
import { RestoreError } from "./restore-error.ts";
import type { RestoreSource } from "./restore-source.ts";
import { type RestoreDeps, restoreVillage } from "./restore-village.ts";
import type { RestoreRow } from "./switch-village.ts";

/** Where a shared database came back from. */
export interface SharedRestored {
  owner: string;
  restoredTo: Date;
  source: "log" | "backup";
}

/**
 * Brings directory and comparison back into a home that lost them, from the newest that the file store holds; one that
 * is there stays as it is. Balai must stand still meanwhile. Cut off anywhere, the same call finishes it.
 * @param at moment to go back to instead of the newest, where the home's log knows it
 * @returns those that came back
 * @throws RestoreError where nothing of the directory can be had
 */
export async function restoreShared(vault: Vault, now: Date, at?: Date): Promise<SharedRestored[]> {
  const restored: SharedRestored[] = [];
  for (const subject of SHARED_SUBJECTS) {
    const { provisioner } = placeOf(vault.place, subject);
    if (await provisioner.hasDatabase(subject.database)) continue;
    const scratch = sideDatabaseName(subject.database, "pulih", now);
    await provisioner.deleteDatabase(scratch);
    const source = await fillShared(vault, subject, scratch, now, at);
    if (source) {
      // By its name only once it is whole.
      await provisioner.copyDatabase(scratch, subject.database);
      await provisioner.deleteDatabase(scratch);
      restored.push({ owner: subject.owner, ...source });
    } else if (subject === SHARED_SUBJECTS[0])
      throw new RestoreError("tidak ada cadangan direktori yang dapat dibuka di penyimpanan berkas");
  }
  return restored;
}

async function fillShared(
  vault: Vault,
  { owner, database, home }: BackupSubject,
  scratch: string,
  now: Date,
  at?: Date,
): Promise<Omit<SharedRestored, "owner"> | null> {
  const { provisioner } = placeOf(vault.place, { home });
  const { loggedAt, backups } = await findNewestState(vault.files, owner, database);
  if (provisioner.hasPointInTime && (at || loggedAt)) {
    await provisioner.copyDatabase(database, scratch, at ?? now);
    return { restoredTo: at ?? loggedAt ?? now, source: "log" };
  }
  if (at) throw new RestoreError("tidak ada catatan per menit; pilih cadangan terbaru");
  for (const backup of backups) {
    try {
      await loadBackup(vault, backup, { home, database: scratch });
      return { restoredTo: new Date(backup.takenAt), source: "backup" };
    } catch (error) {
      if (!isFault(error)) throw error;
      await provisioner.deleteDatabase(scratch);
    }
  }
  return null;
}

/** What became of one village whose database was looked for. */
export interface VillageFound {
  village: VillageRow;
  /** `there`: nothing had to be done; `newer`: a database beside it is newer than the one that the directory names. */
  state: "there" | "newer" | "restored" | "lost";
  proof?: RestoreRow;
  /** Why it could not be restored. */
  error?: string;
}

/**
 * Restores every village whose database its home lost, each from the newest that the file store holds of it. Those that
 * are there are left alone.
 */
export async function* restoreLostVillages(
  deps: RestoreDeps & { vault: Vault },
  askedBy: string,
): AsyncGenerator<VillageFound> {
  const rows = await deps.place.directory
    .select()
    .from(villages)
    .where(inArray(villages.state, ["active", "suspended"]));
  for (const village of rows) {
    const { provisioner } = placeOf(deps.place, village);
    if (await provisioner.hasDatabase(village.database)) {
      const names = (await provisioner.listDatabases(villageDatabaseName(village.id))) ?? [];
      yield { village, state: names.some((name) => isNewerThan(name, village)) ? "newer" : "there" };
      continue;
    }
    try {
      const proof = await restoreNewest(deps, village, askedBy);
      yield { village, state: "restored", proof };
    } catch (error) {
      yield { village, state: "lost", error: (error as Error).message };
    }
  }
}

/** A directory from before a restore of the village points to what that restore replaced. */
function isNewerThan(name: string, { database }: VillageRow): boolean {
  if (!isLivingDatabase(name) || name === database) return false;
  return (sideDatabaseTime(name)?.getTime() ?? 0) > (sideDatabaseTime(database)?.getTime() ?? 0);
}

async function restoreNewest(
  deps: RestoreDeps & { vault: Vault },
  village: VillageRow,
  askedBy: string,
): Promise<RestoreRow> {
  const { loggedAt, backups } = await findNewestState(deps.vault.files, village.id, village.database);
  const fromLog: RestoreSource[] = loggedAt ? [{ kind: "moment", at: deps.now }] : [];
  const sources = [...fromLog, ...backups.map((backup): RestoreSource => ({ kind: "backup", backup }))];
  let last: unknown = new RestoreError("tidak ada cadangannya di penyimpanan berkas");
  for (const source of sources) {
    try {
      return await restoreVillage(deps, village.id, { source, askedBy });
    } catch (error) {
      if (!isFault(error) && !(error instanceof RestoreError)) throw error;
      last = error;
    }
  }
  throw last;
}
