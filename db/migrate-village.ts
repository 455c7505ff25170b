import { isNull, sql } from "drizzle-orm";
import { listBackups } from "./backup/backup-rows.ts";
import { clearCutOff } from "./backup/keep-backups.ts";
import { takeBackup } from "./backup/take-backup.ts";
import { type Vault, villageSubject } from "./backup/vault.ts";
import { requiredVersion } from "./contracting.ts";
import { villages } from "./directory/schema/villages.ts";
import type { VillageRow } from "./directory/villages.ts";
import { type Migration, migrateDatabase } from "./migrate.ts";
import { findMigrationTarget, type MigrationTarget } from "./migration-target.ts";
import type { DatabaseHome, DirectoryDb } from "./open.ts";
import { migrations as bundled } from "./village/migrations/bundle.ts";
import { takeVillageLease } from "./village-lease.ts";

/** Number of migrations that this code knows: the schema version of a village that is up to date. */
export const VILLAGE_SCHEMA_VERSION = bundled.length;

/** The schema version that this code can't serve a village without. */
export const REQUIRED_SCHEMA_VERSION = requiredVersion(bundled);

/** A backup of this age is still the village before its migration: a run that failed is often tried again at once. */
const FRESH_BACKUP_MS = 10 * 60_000;
const MAX_ERROR_LETTERS = 500;

/** The part of a village's row that a migration needs. */
export type MigratedVillage = Pick<VillageRow, "id" | "home" | "database" | "epoch" | "schemaVersion">;

export interface MigrateVillageOptions {
  /** Where the village is backed up before; left out where the deployment makes no backups. */
  vault?: Vault;
  /** How far it may go; asked for where left out. */
  target?: MigrationTarget;
  /** The village migrations of this code. */
  migrations?: readonly Migration[];
}

/**
 * Brings one village as far as it may be brought now, under a lease in its directory row, after a backup of it.
 * @returns the version that it has now, or null while somebody else migrates or moves it
 * @throws whatever backup or migration met; nothing has been applied then, the lease is given back, the row says why
 */
export async function migrateVillage(
  home: DatabaseHome,
  directory: DirectoryDb,
  village: MigratedVillage,
  now: Date,
  options: MigrateVillageOptions = {},
): Promise<number | null> {
  const { vault, migrations = bundled } = options;
  const target = options.target ?? (await findMigrationTarget(directory, migrations, now));
  if (village.schemaVersion >= target.version) return village.schemaVersion;
  const taken = await takeVillageLease(directory, village.id, now, isNull(villages.movingTo));
  if (!taken) return null;
  const { lease, row } = taken;
  // Whoever asks remembers the village from before a move, a restore or another migration.
  const isElsewhere = row.home !== village.home || row.database !== village.database;
  if (isElsewhere || row.schemaVersion >= target.version) {
    await lease.release();
    return isElsewhere ? null : row.schemaVersion;
  }
  try {
    if (vault && row.schemaVersion > 0) {
      await backUpBefore(vault, row, now);
      await lease.renew(vault.clock());
    }
    const allowed = migrations.slice(0, target.version);
    const version = await migrateDatabase(home, row.database, allowed, now.toISOString());
    // A slower process that knows fewer migrations never takes the number back.
    const schemaVersion = sql`max(${villages.schemaVersion}, ${version})`;
    await lease.release({ migrationError: null, schemaVersion });
    return version;
  } catch (error) {
    await lease.release({ migrationError: String(error).slice(0, MAX_ERROR_LETTERS) });
    throw error;
  }
}

async function backUpBefore(vault: Vault, village: VillageRow, now: Date): Promise<void> {
  const subject = villageSubject(village);
  const [newest] = await listBackups(vault.place.directory, village.id, 1);
  const since = new Date(now.getTime() - FRESH_BACKUP_MS).toISOString();
  if (newest && newest.takenAt > since && newest.schemaVersion === village.schemaVersion) return;
  await clearCutOff(vault, subject, now);
  await takeBackup(vault, subject, "before-migration", now);
}
