import { and, asc, eq, isNull } from "drizzle-orm";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { areas } from "#db/village/schema/village.ts";
import { AREA_WORDS } from "./words.ts";

export type AreaRow = typeof areas.$inferSelect;

/** Query for the areas in use, for lists and select boxes. For a batch. */
export function selectAreas(db: VillageDb | VillageTx) {
  return db.select().from(areas).where(isNull(areas.retiredAt)).orderBy(asc(areas.kind), asc(areas.name));
}

/** One area, retired or not, or 404. */
export async function getArea(db: VillageDb | VillageTx, id: string): Promise<AreaRow> {
  const [row] = await db.select().from(areas).where(eq(areas.id, id));
  if (!row) throw new NotFoundError(AREA_WORDS.gone);
  return row;
}

/** Areas in use directly under one (or at the top). */
export async function listSiblings(tx: VillageTx, parentId: string | null): Promise<AreaRow[]> {
  const place = parentId === null ? isNull(areas.parentId) : eq(areas.parentId, parentId);
  return tx
    .select()
    .from(areas)
    .where(and(place, isNull(areas.retiredAt)));
}
