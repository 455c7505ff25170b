import { sideDatabaseName, villageDatabaseName } from "./names.ts";
import { type Place, placeOf } from "./place.ts";

/** What a database beside the village's own is: a copy, its successor after a restore, or material of an export. */
export type CopyKind = "salinan" | "pulih" | "ekspor";

/** Name of a further database of a village, made in this second. */
export function copyName(villageId: string, kind: CopyKind, now: Date): string {
  return sideDatabaseName(villageDatabaseName(villageId), kind, now);
}

/** Is this the name of a database of the village, its own or a copy? */
export function isOfVillage(database: string, villageId: string): boolean {
  const own = villageDatabaseName(villageId);
  return database === own || database.startsWith(`${own}-`);
}

/**
 * Copies one village's database, as it is at this moment, to a database beside it; the village goes on meanwhile.
 * @returns the copy's name, which restoreVillage takes
 * @throws ProvisionError where the home refuses, also for a second copy in the same second
 */
export async function copyVillage(
  place: Place,
  village: { id: string; home: string; database: string },
  now: Date,
): Promise<string> {
  const name = copyName(village.id, "salinan", now);
  await placeOf(place, village).provisioner.copyDatabase(village.database, name);
  return name;
}
