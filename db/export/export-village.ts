import { copyName } from "../copy.ts";
import type { VillageRow } from "../directory/villages.ts";
import type { ObjectStore } from "../object-store.ts";
import { connect } from "../open.ts";
import { type Place, placeOf } from "../place.ts";
import type { ExportRules } from "./export-rules.ts";
import { type ExportCounts, exportZip } from "./export-zip.ts";

export interface ExportTask {
  place: Pick<Place, "homes">;
  village: Pick<VillageRow, "id" | "name" | "regionCode" | "home" | "database">;
  files: Pick<ObjectStore, "get">;
  rules: ExportRules;
  now: Date;
}

/**
 * Exports a village from a copy of its database, so that all of it is of one moment; the village goes on meanwhile.
 * @param take gets the zip chunk by chunk, in order, and may wait
 */
export async function exportVillage(
  task: ExportTask,
  take: (chunk: Uint8Array) => Promise<void> | void,
): Promise<ExportCounts> {
  const { village, now } = task;
  const copy = copyName(village.id, "ekspor", now);
  const { home, provisioner } = placeOf(task.place, village);
  await provisioner.copyDatabase(village.database, copy);
  try {
    const zip = exportZip({ ...task, client: connect(home, copy) });
    for (;;) {
      const next = await zip.next();
      if (next.done) return next.value;
      await take(next.value);
    }
  } finally {
    await provisioner.deleteDatabase(copy);
  }
}
