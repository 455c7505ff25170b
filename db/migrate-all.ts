import { and, asc, gt, inArray, lt } from "drizzle-orm";
import { villages } from "./directory/schema/villages.ts";
import type { VillageRow } from "./directory/villages.ts";
import { migrateVillage, VILLAGE_SCHEMA_VERSION } from "./migrate-village.ts";
import type { Place } from "./place.ts";

const PAGE = 200;

export interface MigrateOptions {
  /** Villages at a time; each is one transaction on one database. */
  concurrency: number;
  /** Villages at most in this run; the next run takes the others. */
  limit: number;
  /** Told of each village as it is done. */
  onResult?: (village: VillageRow, result: "migrated" | "busy" | Error) => void;
}

export interface MigrateReport {
  migrated: number;
  /** Somebody else was migrating them. */
  busy: number;
  failed: { slug: string; error: string }[];
}

/**
 * Brings all villages that lag to the schema of this code. Those that are done fall out of the query, so a run that is
 * cut off is carried on by the next; one that fails stops no other and is reported.
 */
export async function migrateAllVillages(
  place: Place,
  now: () => Date,
  options: MigrateOptions,
): Promise<MigrateReport> {
  const report: MigrateReport = { migrated: 0, busy: 0, failed: [] };
  let left = options.limit;
  let last = "";
  while (left > 0) {
    const page = await laggingAfter(place, last, Math.min(PAGE, left));
    const queue = [...page];
    const worker = async () => {
      for (let village = queue.shift(); village; village = queue.shift())
        await migrateOne(place, village, now(), report, options);
    };
    await Promise.all(Array.from({ length: options.concurrency }, worker));
    left -= page.length;
    last = page.at(-1)?.id ?? "";
    if (page.length < PAGE) break;
  }
  return report;
}

function laggingAfter(place: Place, id: string, limit: number): Promise<VillageRow[]> {
  return place.directory
    .select()
    .from(villages)
    .where(
      and(
        gt(villages.id, id),
        lt(villages.schemaVersion, VILLAGE_SCHEMA_VERSION),
        inArray(villages.state, ["active", "suspended"]),
      ),
    )
    .orderBy(asc(villages.id))
    .limit(limit);
}

async function migrateOne(
  place: Place,
  village: VillageRow,
  now: Date,
  report: MigrateReport,
  options: MigrateOptions,
): Promise<void> {
  try {
    const version = await migrateVillage(place.home, place.directory, village, now);
    if (version === null) report.busy++;
    else report.migrated++;
    options.onResult?.(village, version === null ? "busy" : "migrated");
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    report.failed.push({ slug: village.slug, error: failure.message });
    options.onResult?.(village, failure);
  }
}
