import { and, eq, inArray, sql } from "drizzle-orm";
import type { VillageTx } from "#db/open.ts";
import { families } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { listOf } from "./match-people.server.ts";

/** Dusun, RW and RT below one another: those without others below them go first. */
const LEVELS = 3;

/** Cards that an import made and on which nobody is or was: what an event that counts no more says of them is nothing. */
export async function removeCards(tx: VillageTx, importId: string): Promise<void> {
  await tx.delete(families).where(
    and(
      eq(families.importId, importId),
      sql`NOT EXISTS (SELECT 1 FROM residents WHERE residents.family_id = ${families.id})`,
      sql`${families.id} NOT IN (SELECT family_id FROM resident_events
          WHERE family_id IS NOT NULL AND cancelled_at IS NULL)`,
    ),
  );
}

/** Areas that an import made and that nobody uses: no resident, no card, no event that counts, no official, no area below. */
export async function removeAreas(tx: VillageTx, made: readonly string[]): Promise<void> {
  if (made.length === 0) return;
  for (let level = 0; level < LEVELS; level++)
    await tx.delete(areas).where(
      and(
        inArray(areas.id, listOf(made)),
        sql`${areas.id} NOT IN (SELECT area_id FROM residents WHERE area_id IS NOT NULL
            UNION SELECT hamlet_id FROM residents WHERE hamlet_id IS NOT NULL
            UNION SELECT area_id FROM families WHERE area_id IS NOT NULL
            UNION SELECT hamlet_id FROM resident_events WHERE hamlet_id IS NOT NULL AND cancelled_at IS NULL
            UNION SELECT changes ->> 'areaId' FROM resident_events
              WHERE changes ->> 'areaId' IS NOT NULL AND cancelled_at IS NULL
            UNION SELECT area_id FROM position_terms WHERE area_id IS NOT NULL
            UNION SELECT area_id FROM invitations WHERE area_id IS NOT NULL
            UNION SELECT parent_id FROM areas WHERE parent_id IS NOT NULL)`,
      ),
    );
}
