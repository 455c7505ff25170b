import type { Client } from "@libsql/client/web";
import { listBackups } from "../backup/backup-rows.ts";
import { loadBackup } from "../backup/read-backup.ts";
import type { VillageRow } from "../directory/villages.ts";
import { sideDatabaseName } from "../names.ts";
import { connect } from "../open.ts";
import { placeOf } from "../place.ts";
import type { RestoreOutcome } from "./restore-rules.ts";
import type { SourceDeps } from "./restore-source.ts";

/** The newest that is known of a village before a restore. */
export interface StateBefore {
  from: RestoreOutcome["before"];
  client: Client | null;
  /** Takes away what was made to look at it. */
  close(): Promise<void>;
}

/**
 * The state before a restore: the village's own database where it answers; where it is lost, its log or its newest
 * backup, loaded beside it for as long as they are read.
 */
export async function findStateBefore(
  deps: SourceDeps,
  village: VillageRow,
  isOwnThere: boolean,
  now: Date,
): Promise<StateBefore> {
  const { home, provisioner } = placeOf(deps.place, village);
  const close = async () => {};
  if (isOwnThere) return { from: "database", client: connect(home, village.database), close };
  const scratch = sideDatabaseName(village.database, "uji", now);
  const opened = (from: StateBefore["from"]): StateBefore => ({
    from,
    client: connect(home, scratch),
    close: () => provisioner.deleteDatabase(scratch),
  });
  await provisioner.deleteDatabase(scratch);
  if (provisioner.hasPointInTime && (await didWork(provisioner.copyDatabase(village.database, scratch, now))))
    return opened("log");
  const [newest] = deps.vault ? await listBackups(deps.place.directory, village.id, 1) : [];
  if (deps.vault && newest) {
    await provisioner.deleteDatabase(scratch);
    if (await didWork(loadBackup(deps.vault, newest, { home: village.home, database: scratch })))
      return opened("backup");
    await provisioner.deleteDatabase(scratch);
  }
  return { from: null, client: null, close };
}

/** A witness that can't be heard keeps nobody from restoring what there is. */
async function didWork(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
