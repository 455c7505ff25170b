import { eq } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";
import { DEFAULT_NUMBERING, type Numbering } from "./number-rules.ts";

export const NUMBERING_SETTING = "letters.numbering";

/** Query for how the village numbers its letters. For a batch; finish with `numberingOf`. */
export function selectNumbering(db: VillageDb | VillageTx) {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.key, NUMBERING_SETTING));
}

export function numberingOf(rows: readonly { value: unknown }[]): Numbering {
  return (rows[0]?.value as Numbering | undefined) ?? DEFAULT_NUMBERING;
}

/** How the village numbers its letters. */
export async function getNumbering(db: VillageDb | VillageTx): Promise<Numbering> {
  return numberingOf(await selectNumbering(db));
}
