import { and, eq, ne, or, sql } from "drizzle-orm";
import type { DirectoryDb } from "../open.ts";
import { parseRegionCode } from "./region-code.ts";
import { dueJobs } from "./schema/jobs.ts";
import { villages } from "./schema/villages.ts";

export type VillageRow = typeof villages.$inferSelect;

/** The village that an operator names by its address name, code or id; erased ones are not found. */
export async function findVillage(directory: DirectoryDb, name: string): Promise<VillageRow | null> {
  const isNamed = or(
    eq(villages.slug, name.toLowerCase()),
    eq(villages.id, name),
    eq(villages.regionCode, parseRegionCode(name) ?? name),
  );
  const [row] = await directory
    .select()
    .from(villages)
    .where(and(isNamed, ne(villages.state, "erased")));
  return row ?? null;
}

/**
 * Opens a village's public side: its claim was checked. The epoch grows, so that cached answers fall away.
 * @returns false where it was verified already; nothing changes then
 */
export async function verifyVillage(directory: DirectoryDb, villageId: string, now: Date): Promise<boolean> {
  const changed = await directory
    .update(villages)
    .set({ trust: "verified", verifiedAt: now.toISOString(), epoch: sql`${villages.epoch} + 1` })
    .where(and(eq(villages.id, villageId), ne(villages.trust, "verified")))
    .returning({ id: villages.id });
  return changed.length > 0;
}

/**
 * Makes another database the village's own, and all its work due: what the new rows ask for may differ.
 * @returns false where the village has meanwhile left the database `from`; nothing changes then
 */
export async function moveVillage(
  directory: DirectoryDb,
  village: { id: string; from: string; to: string; schemaVersion: number },
  now: Date,
): Promise<boolean> {
  const isThere = and(eq(villages.id, village.id), eq(villages.database, village.from));
  const [moved] = await directory.batch([
    directory
      .update(villages)
      .set({
        database: village.to,
        schemaVersion: village.schemaVersion,
        epoch: sql`${villages.epoch} + 1`,
      })
      .where(isThere)
      .returning({ id: villages.id }),
    directory
      .update(dueJobs)
      .set({ dueAt: now.toISOString(), leasedUntil: null })
      .where(eq(dueJobs.villageId, village.id)),
  ]);
  return moved.length > 0;
}

/** Puts every active village on the calendar for kinds of work that it does not have there yet. One statement. */
export async function registerMissingDue(
  directory: DirectoryDb,
  kinds: readonly string[],
  now: Date,
): Promise<void> {
  await directory.run(sql`INSERT INTO due_jobs (village_id, kind, due_at, attempts)
    SELECT v.id, k.value, ${now.toISOString()}, 0 FROM villages v, json_each(${JSON.stringify(kinds)}) k
    WHERE v.state = 'active' ON CONFLICT DO NOTHING`);
}
