import { eq } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";
import { DEFAULT_NUMBERING, type Numbering } from "./number-rules.ts";

export const NUMBERING_SETTING = "letters.numbering";

/** How the village numbers its letters. */
export async function getNumbering(db: VillageDb | VillageTx): Promise<Numbering> {
  const [row] = await db.select().from(settings).where(eq(settings.key, NUMBERING_SETTING));
  return (row?.value as Numbering | undefined) ?? DEFAULT_NUMBERING;
}
