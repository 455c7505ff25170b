import { isNull } from "drizzle-orm";
import { villages } from "../directory/schema/villages.ts";
import { thawDatabase } from "../freeze.ts";
import { type Place, placeOf } from "../place.ts";
import { takeVillageLease } from "../village-lease.ts";
import { VillageBusyError } from "./restore-error.ts";

/**
 * Opens a village again whose restore was cut off: it is written to where the directory says that it lies.
 * @throws VillageBusyError while somebody restores, migrates or moves it: what he froze must stay so, or a write would be
 *   lost with the database that he replaces
 */
export async function callOffRestore(place: Place, villageId: string, now: Date): Promise<void> {
  const taken = await takeVillageLease(place.directory, villageId, now, isNull(villages.movingTo));
  if (!taken) throw new VillageBusyError("desa sedang diperbarui, dipindahkan, atau dipulihkan proses lain");
  const { lease, row } = taken;
  try {
    await thawDatabase(placeOf(place, row).home, row.database);
  } finally {
    await lease.release();
  }
}
