import { and, eq, sql } from "drizzle-orm";
import { restores } from "../directory/schema/backups.ts";
import { dueJobs } from "../directory/schema/jobs.ts";
import { villages } from "../directory/schema/villages.ts";
import type { VillageRow } from "../directory/villages.ts";
import type { DirectoryDb } from "../open.ts";
import type { VillageLease } from "../village-lease.ts";
import { VillageBusyError } from "./restore-error.ts";

export type RestoreRow = typeof restores.$inferSelect;

/** The directory did not answer for good: the switch may have been made. The same restore again finds out. */
export class UnknownSwitchError extends Error {
  override name = "UnknownSwitchError";
}

/** The proof of a restore, or null where it was not done. */
export async function findRestore(directory: DirectoryDb, id: string): Promise<RestoreRow | null> {
  const [row] = await directory.select().from(restores).where(eq(restores.id, id));
  return row ?? null;
}

/**
 * Makes a restored database the village's own, in one step with the proof; all its work becomes due, since what the
 * rows ask for may differ, and the epoch grows, so that cached tenants fall away.
 * @throws VillageBusyError where the village has changed meanwhile, nothing changes then; UnknownSwitchError
 */
export async function switchVillage(
  directory: DirectoryDb,
  lease: VillageLease,
  change: VillageSwitch,
): Promise<RestoreRow> {
  const { village, proof } = change;
  const isWritten = await tryToSwitch(directory, lease, change).catch(async (error: unknown) => {
    // An answer may be lost after the write.
    const row = await findRestore(directory, proof.id).catch(() => {
      throw new UnknownSwitchError(String(error));
    });
    if (!row) throw error;
    return true;
  });
  if (!isWritten)
    throw new VillageBusyError(`desa ${village.slug} berubah selama pemulihan; ulangi pemulihannya`);
  return proof;
}

export interface VillageSwitch {
  village: VillageRow;
  schemaVersion: number;
  proof: RestoreRow;
}

async function tryToSwitch(
  directory: DirectoryDb,
  lease: VillageLease,
  { village, schemaVersion, proof }: VillageSwitch,
): Promise<boolean> {
  const isSame = and(
    lease.isMine,
    eq(villages.database, village.database),
    eq(villages.epoch, village.epoch),
  );
  const [written] = await directory.batch([
    directory.run(sql`INSERT INTO restores
        (id, village_id, restored_to, source, epoch, previous_database, database, asked_by, at, outcome)
      SELECT ${proof.id}, ${proof.villageId}, ${proof.restoredTo}, ${proof.source}, ${proof.epoch},
        ${proof.previousDatabase}, ${proof.database}, ${proof.askedBy}, ${proof.at}, ${JSON.stringify(proof.outcome)}
      FROM villages WHERE ${isSame}`),
    directory
      .update(villages)
      .set({ database: proof.database, schemaVersion, epoch: sql`${villages.epoch} + 1` })
      .where(isSame),
    directory
      .update(dueJobs)
      .set({ dueAt: proof.at, leasedUntil: null })
      .where(eq(dueJobs.villageId, village.id)),
  ]);
  return written.rowsAffected > 0;
}
