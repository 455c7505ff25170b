import { clearCutOff } from "../backup/keep-backups.ts";
import { takeBackup } from "../backup/take-backup.ts";
import { villageSubject } from "../backup/vault.ts";
import { adoptDataKeys } from "../directory/data-keys.ts";
import type { VillageRow } from "../directory/villages.ts";
import { freezeDatabase, thawDatabase } from "../freeze.ts";
import { newId } from "../ids.ts";
import { migrateDatabase } from "../migrate.ts";
import { findMigrationTarget } from "../migration-target.ts";
import { sideDatabaseName, villageDatabaseName } from "../names.ts";
import { connect } from "../open.ts";
import { placeOf } from "../place.ts";
import { listTables } from "../tables.ts";
import { migrations } from "../village/migrations/bundle.ts";
import { LeaseLostError, takeVillageLease, type VillageLease } from "../village-lease.ts";
import { openEpoch } from "./carry-over.ts";
import { RestoreError, VillageBusyError } from "./restore-error.ts";
import type { RestoreOutcome, RestoreRules } from "./restore-rules.ts";
import { type Filled, fillFrom, type RestoreSource, type SourceDeps } from "./restore-source.ts";
import { findStateBefore } from "./state-before.ts";
import { type RestoreRow, switchVillage, UnknownSwitchError } from "./switch-village.ts";

/** A third of what a lease lasts. */
const RENEW_MS = 20_000;

export interface RestoreDeps extends SourceDeps {
  rules: RestoreRules;
  now: Date;
  /** The present, for leases and for how long things take. */
  clock(): Date;
}

export interface RestoreTask {
  source: RestoreSource;
  /** Id of the order, where there is one: it becomes the id of the proof. */
  id?: string;
  askedBy: string;
  /** Takes no backup before: the operator said so. */
  skipsBackup?: boolean;
}

/**
 * Makes a village equal to an earlier state of itself. Where possible a backup `before-restore` is taken first. The
 * state is loaded into a new database and brought to the present schema while the village goes on; then its own database
 * is frozen, so that no write is lost unseen, a new epoch is opened in the new one (carry-over.ts), and in one step the
 * directory points to it and the proof is written. Cut off before that step the village is as it was, or frozen, and the
 * same call again begins anew; after it everything is done.
 * @returns the proof: the row of `restores`
 * @throws RestoreError where the source is wrong, or somebody else migrates or moves the village; SealError, DumpError,
 *   BackupError where a backup is not whole. The village is then as it was
 */
export async function restoreVillage(
  deps: RestoreDeps,
  villageId: string,
  task: RestoreTask,
): Promise<RestoreRow> {
  const taken = await takeVillageLease(deps.place.directory, villageId, deps.clock());
  if (!taken) throw new VillageBusyError("desa sedang diperbarui, dipindahkan, atau dipulihkan proses lain");
  const { lease, row } = taken;
  try {
    if (row.movingTo) throw new VillageBusyError("desa sedang pindah rumah data");
    return await restoreLeased(deps, lease, row, task);
  } finally {
    await lease.release();
  }
}

async function restoreLeased(
  deps: RestoreDeps,
  lease: VillageLease,
  village: VillageRow,
  task: RestoreTask,
): Promise<RestoreRow> {
  const { home, provisioner } = placeOf(deps.place, village);
  const isThere = await provisioner.hasDatabase(village.database);
  const isBackedUp = isThere && !task.skipsBackup;
  const backupBefore = isBackedUp ? await whileRenewing(deps, lease, backUpBefore(deps, village)) : null;
  const database = sideDatabaseName(villageDatabaseName(village.id), "pulih", deps.now);
  try {
    // Left by a run that was cut off in this very second.
    await provisioner.deleteDatabase(database);
    const filling = fillFrom(deps, village, task.source, database, deps.now);
    const filled = await whileRenewing(deps, lease, filling);
    const schemaVersion = await prepare(deps, village, database);
    await lease.renew(deps.clock());
    // From here on the village reads and does not write, for as long as its new epoch takes to open.
    if (isThere) await freezeDatabase(home, village.database);
    const outcome = await whileRenewing(deps, lease, openInto(deps, village, database, filled, isThere));
    const proof = proofOf(deps, village, database, task, filled, { ...outcome, backupBefore });
    return await switchVillage(deps.place.directory, lease, { village, schemaVersion, proof });
  } catch (error) {
    // Whether the switch was made is not known then: nothing of either side may be touched.
    if (error instanceof UnknownSwitchError) throw error;
    // An earlier run that was cut off may have left it frozen; whoever took the lease over decides by himself.
    if (isThere && !(error instanceof LeaseLostError)) await thawDatabase(home, village.database);
    await provisioner.deleteDatabase(database).catch(() => undefined);
    throw error;
  }
}

/** Does work that may last longer than a lease. */
async function whileRenewing<Result>(
  { clock }: Pick<RestoreDeps, "clock">,
  lease: VillageLease,
  work: Promise<Result>,
): Promise<Result> {
  let renewing: Promise<unknown> = Promise.resolve();
  const renew = () => {
    renewing = renewing.then(() => lease.renew(clock())).catch(() => undefined);
  };
  const timer = setInterval(renew, RENEW_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    await renewing;
  }
}

function proofOf(
  deps: RestoreDeps,
  village: VillageRow,
  database: string,
  { id, askedBy }: RestoreTask,
  { restoredTo, label }: Filled,
  outcome: Record<string, unknown>,
): RestoreRow {
  return {
    id: id ?? newId(deps.now),
    villageId: village.id,
    restoredTo: restoredTo.toISOString(),
    source: label,
    epoch: village.epoch + 1,
    previousDatabase: village.database,
    database,
    askedBy,
    at: deps.clock().toISOString(),
    outcome,
  };
}

/** @returns the backup's id, or why there is none: what the restore replaces is kept, frozen, in any case */
async function backUpBefore(deps: RestoreDeps, village: VillageRow): Promise<string> {
  const { vault } = deps;
  if (!vault) return "tidak dibuat: BACKUP_KEY atau penyimpanan berkas tidak terjangkau";
  try {
    await clearCutOff(vault, villageSubject(village), deps.now);
    return (await takeBackup(vault, villageSubject(village), "before-restore", deps.now)).id;
  } catch (error) {
    return `tidak dibuat: ${String(error).slice(0, 200)}`;
  }
}

/** Brings a loaded state to the present schema, once it is known to be this village's. */
async function prepare(deps: RestoreDeps, village: VillageRow, database: string): Promise<number> {
  const { home } = placeOf(deps.place, village);
  const loaded = connect(home, database);
  if (!(await listTables(loaded)).some(({ name }) => name === "village_profile"))
    throw new RestoreError("sumber ini bukan basis data desa");
  const found = await loaded.execute("SELECT region_code FROM village_profile");
  const code = found.rows[0]?.region_code;
  if (code !== undefined && code !== village.regionCode)
    throw new RestoreError(`sumber ini berisi desa ${code}, bukan ${village.regionCode}`);
  await thawDatabase(home, database);
  // No further than code that still runs can read.
  const { version } = await findMigrationTarget(deps.place.directory, migrations, deps.now);
  return migrateDatabase(home, database, migrations.slice(0, version), deps.now.toISOString());
}

async function openInto(
  deps: RestoreDeps,
  village: VillageRow,
  database: string,
  filled: Filled,
  isThere: boolean,
): Promise<RestoreOutcome> {
  const target = connect(placeOf(deps.place, village).home, database);
  const before = await findStateBefore(deps, village, isThere, deps.now);
  try {
    const opening = { epoch: village.epoch + 1, restoredTo: filled.restoredTo, now: deps.now };
    const done = await openEpoch(target, before.client, deps.rules, opening);
    await adoptDataKeys(deps.place.directory, village.id, filled.dataKeys, deps.now);
    return { before: before.from, ...done };
  } finally {
    await before.close();
  }
}
