import type { VillageCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { letterClasses } from "#db/village/schema/letters.ts";
import { CLASSES, type LetterClass } from "./class-rules.ts";

export interface VillageClass extends LetterClass {
  isOn: boolean;
  /** Named or added by the village. */
  isOwn: boolean;
}

/** The classification as the village has it, by code; those switched off too. */
export async function listClasses(db: VillageCtx["db"] | VillageTx): Promise<VillageClass[]> {
  return classesOf(await selectClassRows(db));
}

/** Query for the rows that change the seeded classification; read them with others, then `classesOf` them. */
export function selectClassRows(db: VillageCtx["db"] | VillageTx) {
  return db.select().from(letterClasses);
}

/** The seeded classification with the village's changes, by code. */
export function classesOf(rows: readonly (typeof letterClasses.$inferSelect)[]): VillageClass[] {
  const seeded = CLASSES.filter(({ code }) => rows.every((row) => row.code !== code));
  return [
    ...seeded.map((each) => ({ ...each, isOn: true, isOwn: false })),
    ...rows.map(({ code, name, isOn }) => ({ code, name, isOn, isOwn: true })),
  ].toSorted((a, b) => a.code.localeCompare(b.code, "id", { numeric: true }));
}
