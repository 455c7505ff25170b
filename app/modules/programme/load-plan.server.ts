import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityPeople,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
} from "#db/village/schema/programme.ts";

/** Everything of a year's plan in one round trip: sections, activities, people, indicators, targets, active accounts. */
export async function loadPlan(ctx: VillageCtx, year: number) {
  const programmeId = ctx.db.select({ id: programmes.id }).from(programmes).where(eq(programmes.year, year));
  const inProgramme = and(inArray(activities.programmeId, programmeId), isNull(activities.droppedAt));
  const ids = ctx.db.select({ id: activities.id }).from(activities).where(inProgramme);
  const indicatorIds = ctx.db
    .select({ id: indicators.id })
    .from(indicators)
    .where(inArray(indicators.activityId, ids));
  const [found, sections, rows, people, indicatorRows, targets, persons] = await ctx.db.batch([
    ctx.db.select().from(programmes).where(eq(programmes.year, year)),
    ctx.db
      .select()
      .from(programmeSections)
      .where(and(inArray(programmeSections.programmeId, programmeId), isNull(programmeSections.removedAt)))
      .orderBy(asc(programmeSections.position)),
    ctx.db.select().from(activities).where(inProgramme).orderBy(asc(activities.position), asc(activities.id)),
    ctx.db.select().from(activityPeople).where(inArray(activityPeople.activityId, ids)),
    ctx.db
      .select()
      .from(indicators)
      .where(and(inArray(indicators.activityId, ids), isNull(indicators.retiredAt)))
      .orderBy(asc(indicators.position)),
    ctx.db
      .select()
      .from(indicatorTargets)
      .where(inArray(indicatorTargets.indicatorId, indicatorIds))
      .orderBy(desc(indicatorTargets.version)),
    ctx.db.select({ id: accounts.id, name: accounts.name }).from(accounts),
  ]);
  const programme = found[0];
  if (!programme) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return { programme, sections, activities: rows, people, indicators: indicatorRows, targets, persons };
}

export type Plan = Awaited<ReturnType<typeof loadPlan>>;

/** One activity's plan with the people who may be chosen, in one round trip. */
export async function loadActivityPlan(ctx: VillageCtx, id: string) {
  const mine = eq(activities.id, id);
  const indicatorIds = ctx.db
    .select({ id: indicators.id })
    .from(indicators)
    .where(eq(indicators.activityId, id));
  const [found, people, indicatorRows, targets, persons] = await ctx.db.batch([
    ctx.db
      .select()
      .from(activities)
      .innerJoin(programmes, eq(programmes.id, activities.programmeId))
      .where(and(mine, isNull(activities.droppedAt))),
    ctx.db.select().from(activityPeople).where(eq(activityPeople.activityId, id)),
    ctx.db
      .select()
      .from(indicators)
      .where(and(eq(indicators.activityId, id), isNull(indicators.retiredAt)))
      .orderBy(asc(indicators.position)),
    ctx.db
      .select()
      .from(indicatorTargets)
      .where(inArray(indicatorTargets.indicatorId, indicatorIds))
      .orderBy(desc(indicatorTargets.version)),
    ctx.db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(eq(accounts.state, "active"))
      .orderBy(asc(accounts.name)),
  ]);
  const row = found[0];
  if (!row) throw new NotFoundError("Kegiatan ini tidak ada atau sudah dicoret.");
  const { activities: activity, programmes: programme } = row;
  return { activity, programme, people, indicators: indicatorRows, targets, persons };
}

/** An indicator with its activity, programme and target versions (newest first), in one round trip. */
export async function loadIndicator(ctx: VillageCtx, id: string) {
  const [found, targets] = await ctx.db.batch([
    ctx.db
      .select()
      .from(indicators)
      .innerJoin(activities, eq(activities.id, indicators.activityId))
      .innerJoin(programmes, eq(programmes.id, activities.programmeId))
      .where(and(eq(indicators.id, id), isNull(indicators.retiredAt), isNull(activities.droppedAt))),
    ctx.db
      .select()
      .from(indicatorTargets)
      .where(eq(indicatorTargets.indicatorId, id))
      .orderBy(desc(indicatorTargets.version)),
  ]);
  const row = found[0];
  if (!row) throw new NotFoundError("Indikator ini tidak ada atau sudah dihapus.");
  return { indicator: row.indicators, activity: row.activities, programme: row.programmes, targets };
}

/** The sections of a year for choosing, with the programme's state and what stands in it, in one round trip. */
export async function loadSections(ctx: VillageCtx, year: number) {
  const programmeId = ctx.db.select({ id: programmes.id }).from(programmes).where(eq(programmes.year, year));
  const [found, sections, standing] = await ctx.db.batch([
    ctx.db.select().from(programmes).where(eq(programmes.year, year)),
    ctx.db
      .select()
      .from(programmeSections)
      .where(and(inArray(programmeSections.programmeId, programmeId), isNull(programmeSections.removedAt)))
      .orderBy(asc(programmeSections.position)),
    ctx.db
      .select({ templateKey: activities.templateKey })
      .from(activities)
      .where(and(inArray(activities.programmeId, programmeId), isNull(activities.droppedAt))),
  ]);
  const programme = found[0];
  if (!programme) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return { programme, sections, standingKeys: standing.flatMap((each) => each.templateKey ?? []) };
}
