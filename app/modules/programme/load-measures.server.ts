import type { SQL } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { mapReading, type Reading, reading, readTogether } from "#app/platform/read-together.ts";
import { assembleMeasures } from "./assemble-measures.ts";
import { measureStatements } from "./measure-statements.server.ts";
import type { ActivityMeasures, ProgrammeMeasures } from "./measures.ts";

/**
 * What a year's programme amounts to on the day `asOf`: rows for the rules (`sections`) and the facts beside them
 * (`facts`); null where no programme was opened. As a reading, for pages that need more in the same round trip.
 * @param knownAt ISO instant: as it was known then, to repeat a paper made earlier (counted figures are today's)
 */
export function programmeMeasures(
  ctx: VillageCtx,
  year: number,
  asOf: Day,
  knownAt?: string,
): Reading<ProgrammeMeasures | null> {
  return reading(measureStatements(ctx, { year }, asOf, knownAt), (rows) =>
    assembleMeasures(rows, asOf, ctx.tenant.timeZone),
  );
}

/** One activity, by its id or by a statement in brackets that gives it, as of a day; null where it is missing or was dropped. */
export function activityMeasures(
  ctx: VillageCtx,
  activityId: string | SQL,
  asOf: Day,
): Reading<ActivityMeasures | null> {
  const whole = reading(measureStatements(ctx, { activityId }, asOf), (rows) =>
    assembleMeasures(rows, asOf, ctx.tenant.timeZone),
  );
  return mapReading(whole, (measures) => {
    const [facts] = measures?.facts.values() ?? [];
    const section = measures?.sections.find((each) => each.id === facts?.activity.sectionId);
    const input = section?.activities[0];
    if (!measures || !facts || !section || !input) return null;
    const { programme, options, owing } = measures;
    return { programme, section: { id: section.id, name: section.name }, facts, input, options, owing };
  });
}

/** `programmeMeasures` in one round trip. @throws NotFoundError without a programme of that year */
export async function loadProgrammeMeasures(
  ctx: VillageCtx,
  year: number,
  asOf: Day,
): Promise<ProgrammeMeasures> {
  const { measures } = await readTogether(ctx.db, { measures: programmeMeasures(ctx, year, asOf) });
  if (!measures) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return measures;
}

/** `activityMeasures` in one round trip. @throws NotFoundError where the activity is missing or was dropped */
export async function loadActivityMeasures(
  ctx: VillageCtx,
  activityId: string,
  asOf: Day,
): Promise<ActivityMeasures> {
  const { measures } = await readTogether(ctx.db, { measures: activityMeasures(ctx, activityId, asOf) });
  return requireMeasures(measures);
}

/** @throws NotFoundError where an activity's reading gave nothing */
export function requireMeasures(measures: ActivityMeasures | null): ActivityMeasures {
  if (!measures) throw new NotFoundError("Kegiatan ini tidak ada atau sudah dicoret.");
  return measures;
}
