import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { allReadings, mapReading, type Reading, reading } from "#app/platform/read-together.ts";
import { activities, activitySteps, programmes } from "#db/village/schema/programme.ts";
import { yearOfDate } from "./calendar-rules.ts";
import { programmeMeasures } from "./load-measures.server.ts";
import { type ActivityFacts, measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import { planItems } from "./queue-plan-rules.ts";
import {
  agreementItems,
  approvalItems,
  importItems,
  type QueueActivity,
  spendingItems,
  stepItems,
  type Viewer,
  workItems,
} from "./queue-rules.ts";
import { acceptsUpdates } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState } from "./running-rules.ts";

/** Until March the reports of the year before are still being written. */
const LAST_YEAR_UNTIL_MONTH = 3;

/** What the work programme puts on Meja kerja of whoever is signed in. */
export const programmeQueue: DeskQueue = {
  module: "programme",
  read: (ctx) => {
    const today = todayOf(ctx);
    const { accountId, permissions } = ctx.actor;
    const viewer = { accountId, permissions, today };
    const parts: Reading<QueueItem[]>[] = [
      runningItems(ctx, viewer),
      plannedItems(ctx, viewer),
      mapReading(ownSteps(ctx), (steps) => stepItems(steps, viewer)),
    ];
    return mapReading(allReadings(parts), (lists) => lists.flat());
  },
};

function runningItems(ctx: OfficeCtx, viewer: Viewer): Reading<QueueItem[]> {
  const year = yearOfDate(viewer.today);
  const isEarly = Number(viewer.today.slice(5, 7)) <= LAST_YEAR_UNTIL_MONTH;
  const years = isEarly ? [year - 1, year] : [year];
  const read = allReadings(years.map((each) => programmeMeasures(ctx, each, viewer.today)));
  return mapReading(read, (measures) => {
    const all = measures.flatMap((each) => (each ? queueActivities(each, viewer) : []));
    return [
      ...approvalItems(all, viewer),
      ...importItems(all, viewer),
      ...all.flatMap((each) => [
        ...workItems(each, viewer),
        ...agreementItems(each, viewer),
        ...spendingItems(each, viewer),
      ]),
    ];
  });
}

/** Activities of a programme that runs; none of another. */
function queueActivities(measures: ProgrammeMeasures, { today }: Viewer): QueueActivity[] {
  const { programme, facts, options, owing } = measures;
  if (!acceptsUpdates(effectiveState(programme, today))) return [];
  const rows = measureProgramme(measures).sections.flatMap((section) => section.rows);
  return rows.map((row) => ({
    year: options.year,
    owing,
    row,
    facts: facts.get(row.id) as ActivityFacts,
  }));
}

function plannedItems(ctx: OfficeCtx, viewer: Viewer): Reading<QueueItem[]> {
  const submitted = ctx.db
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.state, "submitted"));
  const returned = and(
    inArray(activities.programmeId, submitted),
    eq(activities.reviewState, "returned"),
    isNull(activities.droppedAt),
  );
  return reading(
    [
      ctx.db.select().from(programmes).orderBy(asc(programmes.year)),
      ctx.db
        .select({ id: activities.id, name: activities.name, reason: activities.reviewReason })
        .from(activities)
        .where(returned)
        .orderBy(asc(activities.position)),
    ],
    ([years, sentBack]) => planItems(years, sentBack, viewer),
  );
}

/** Open steps that are the viewer's. From the open years down, so that closed ones are never read. */
function ownSteps(ctx: OfficeCtx) {
  const openYears = ctx.db
    .select({ id: programmes.id })
    .from(programmes)
    .where(ne(programmes.state, "closed"));
  const inOpenYears = ctx.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.programmeId, openYears), isNull(activities.droppedAt)));
  const open = and(
    inArray(activitySteps.activityId, inOpenYears),
    eq(activitySteps.ownerId, ctx.actor.accountId),
    isNull(activitySteps.doneAt),
    isNull(activitySteps.removedAt),
  );
  const statement = ctx.db
    .select({
      id: activitySteps.id,
      title: activitySteps.title,
      activityId: activities.id,
      activityName: activities.name,
      dueOn: activitySteps.dueOn,
    })
    .from(activitySteps)
    .innerJoin(activities, eq(activities.id, activitySteps.activityId))
    .where(open)
    .orderBy(asc(activitySteps.dueOn));
  return reading([statement], ([rows]) => rows);
}
