import { and, asc, desc, eq, inArray, lte, ne } from "drizzle-orm";
import { backups } from "../directory/schema/backups.ts";
import type { DirectoryDb } from "../open.ts";

export type BackupRow = typeof backups.$inferSelect;
export type BackupReason = BackupRow["reason"];

/** Backups of one owner that can be restored, newest first. */
export function listBackups(directory: DirectoryDb, owner: string, limit = 100): Promise<BackupRow[]> {
  return directory
    .select()
    .from(backups)
    .where(and(eq(backups.owner, owner), inArray(backups.state, ["stored", "verified"])))
    .orderBy(desc(backups.takenAt))
    .limit(limit);
}

/** Backups that were begun before a moment and never ended: a process was killed. */
export function listCutOff(directory: DirectoryDb, owner: string, before: Date): Promise<BackupRow[]> {
  return directory
    .select()
    .from(backups)
    .where(
      and(eq(backups.owner, owner), eq(backups.state, "running"), lte(backups.takenAt, before.toISOString())),
    );
}

/** Backups whose time is over, oldest first. */
export function listExpired(directory: DirectoryDb, now: Date, limit: number): Promise<BackupRow[]> {
  return directory
    .select()
    .from(backups)
    .where(and(ne(backups.state, "deleted"), lte(backups.expiresAt, now.toISOString())))
    .orderBy(asc(backups.expiresAt))
    .limit(limit);
}

/** Ids of data keys that a kept backup of this owner needs: none of them may be deleted. */
export async function keyIdsInBackups(directory: DirectoryDb, owner: string): Promise<Set<string>> {
  const kept = await directory
    .select({ keyIds: backups.keyIds })
    .from(backups)
    .where(and(eq(backups.owner, owner), inArray(backups.state, ["running", "stored", "verified"])));
  return new Set(kept.flatMap(({ keyIds }) => keyIds ?? []));
}

export async function changeBackup(
  directory: DirectoryDb,
  id: string,
  changes: Partial<BackupRow>,
): Promise<BackupRow> {
  const [row] = await directory.update(backups).set(changes).where(eq(backups.id, id)).returning();
  if (!row) throw new Error(`no backup ${id}`);
  return row;
}
