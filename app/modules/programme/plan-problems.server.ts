import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { activities, activityPeople, indicators, indicatorTargets } from "#db/village/schema/programme.ts";
import { monthsFromMask } from "./calendar-rules.ts";
import { findActivityProblems } from "./check-rules.ts";
import type { FundSource } from "./money-rules.ts";
import type { ActivityRow, IndicatorRow, TargetRow } from "./queries.server.ts";
import type { QuarterTargets } from "./rules.ts";
import { PLAN_PROBLEMS } from "./words.ts";

/** An activity that can't be submitted yet, with sentences that say why. */
export interface IncompleteActivity {
  id: string;
  name: string;
  problems: string[];
}

/** Statements that read what the check of a whole programme needs: for a page's batch, or one by one in a transaction. */
export function planStatements(db: VillageDb | VillageTx, programmeId: string) {
  const ids = db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.programmeId, programmeId), isNull(activities.droppedAt)));
  const indicatorIds = db
    .select({ id: indicators.id })
    .from(indicators)
    .where(inArray(indicators.activityId, ids));
  return {
    activities: db
      .select()
      .from(activities)
      .where(and(eq(activities.programmeId, programmeId), isNull(activities.droppedAt)))
      .orderBy(asc(activities.position), asc(activities.id)),
    people: db.select().from(activityPeople).where(inArray(activityPeople.activityId, ids)),
    indicators: db
      .select()
      .from(indicators)
      .where(and(inArray(indicators.activityId, ids), isNull(indicators.retiredAt)))
      .orderBy(asc(indicators.position)),
    targets: db
      .select()
      .from(indicatorTargets)
      .where(inArray(indicatorTargets.indicatorId, indicatorIds))
      .orderBy(desc(indicatorTargets.version)),
  };
}

/** Rows as `planStatements` gives them. */
export interface PlanRows {
  activities: ActivityRow[];
  people: { activityId: string; accountId: string }[];
  indicators: IndicatorRow[];
  targets: TargetRow[];
}

/** Which activities are not complete enough to be submitted, in their order. */
export function incompleteActivities(rows: PlanRows): IncompleteActivity[] {
  return rows.activities
    .map((activity) => ({ id: activity.id, name: activity.name, problems: problemsOf(activity, rows) }))
    .filter((each) => each.problems.length > 0);
}

function problemsOf(activity: ActivityRow, rows: PlanRows): string[] {
  const people = rows.people.filter((each) => each.activityId === activity.id).length;
  const problems = findActivityProblems({
    name: activity.name,
    months: monthsFromMask(activity.months),
    activityCode: activity.activityCode,
    budget: activity.budget,
    fundSource: activity.fundSource as FundSource | null,
    responsibleCount: people + (activity.responsibleAccountId ? 1 : 0),
    indicators: rows.indicators
      .filter((each) => each.activityId === activity.id)
      .map((each) => ({ ...each, targets: targetsOf(each, rows) })),
  });
  return [...new Set(problems)].map((problem) => PLAN_PROBLEMS[problem]);
}

function targetsOf(indicator: IndicatorRow, rows: PlanRows): QuarterTargets {
  const row = rows.targets.find((each) => each.indicatorId === indicator.id);
  return row ? [row.q1, row.q2, row.q3, row.q4] : [null, null, null, null];
}
