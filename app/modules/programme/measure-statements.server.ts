import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { countStatement } from "#app/platform/indicators.ts";
import { COUNTED_INDICATORS } from "#app/registry.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityPeople,
  activityUpdates,
  budgetChanges,
  deviations,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
  spending,
  updateEvidence,
  updateValues,
} from "#db/village/schema/programme.ts";
import { settings } from "#db/village/schema/village.ts";
import { quarterOf } from "./calendar-rules.ts";
import { DEVIATION_POINTS_SETTING, UPDATE_DAYS_SETTING } from "./running-rules.ts";

/** A whole year's programme, or one activity (its id, or a statement in brackets that gives it) with the frame around it. */
export type MeasureScope = { year: number } | { activityId: string | SQL };

/**
 * Everything that measuring takes, as statements of one batch; dropped activities and retired indicators are left out.
 * @param knownAt ISO instant: targets, money, evidence and explanations written later are left out
 */
export function measureStatements(ctx: VillageCtx, scope: MeasureScope, asOf: Day, knownAt?: string) {
  const ids = idsOf(scope);
  const known = (column: SQL) => (knownAt ? sql`${column} <= ${knownAt}` : sql`1`);
  const range = { year: ids.year, asOf, zone: ctx.tenant.timeZone };
  return [
    ...planStatements(ctx, ids, known),
    ...updateStatements(ctx, ids, knownAt),
    ...moneyStatements(ctx, ids, asOf, known),
    deviationStatement(ctx, ids, asOf, knownAt),
    ctx.db
      .select()
      .from(settings)
      .where(sql`${settings.key} IN (${DEVIATION_POINTS_SETTING}, ${UPDATE_DAYS_SETTING})`),
    countStatement(ctx.db, COUNTED_INDICATORS, range),
  ] as const;
}

/** Ids in question, as statements in brackets. */
interface ScopeIds {
  programmeId: SQL;
  activityIds: SQL;
  year: number | SQL;
}
/** Condition on a column that holds when a row was written. */
type Known = (column: SQL) => SQL;

function planStatements({ db }: VillageCtx, { programmeId, activityIds }: ScopeIds, known: Known) {
  const inUse = sql`${indicators.activityId} IN ${activityIds} AND ${indicators.retiredAt} IS NULL`;
  return [
    db.select().from(programmes).where(sql`${programmes.id} = ${programmeId}`),
    db
      .select()
      .from(programmeSections)
      .where(
        sql`${programmeSections.programmeId} = ${programmeId} AND ${programmeSections.removedAt} IS NULL`,
      )
      .orderBy(asc(programmeSections.position)),
    db
      .select({ activity: activities, responsible: accounts.name })
      .from(activities)
      .leftJoin(accounts, eq(accounts.id, activities.responsibleAccountId))
      .where(sql`${activities.id} IN ${activityIds} AND ${activities.droppedAt} IS NULL`)
      .orderBy(asc(activities.position), asc(activities.id)),
    db
      .select({ activityId: activityPeople.activityId, id: accounts.id, name: accounts.name })
      .from(activityPeople)
      .innerJoin(accounts, eq(accounts.id, activityPeople.accountId))
      .where(sql`${activityPeople.activityId} IN ${activityIds}`)
      .orderBy(asc(accounts.name)),
    db.select().from(indicators).where(inUse).orderBy(asc(indicators.position), asc(indicators.id)),
    db
      .select()
      .from(indicatorTargets)
      .where(
        sql`${indicatorTargets.indicatorId} IN (SELECT id FROM indicators WHERE ${inUse})
          AND ${known(sql`${indicatorTargets.createdAt}`)}`,
      )
      .orderBy(asc(indicatorTargets.version)),
  ] as const;
}

function updateStatements({ db }: VillageCtx, { activityIds }: ScopeIds, knownAt: string | undefined) {
  const updateIds = sql`(SELECT id FROM activity_updates WHERE activity_id IN ${activityIds})`;
  const decidedIds = knownAt
    ? sql`(SELECT id FROM activity_updates WHERE activity_id IN ${activityIds} AND decided_at <= ${knownAt})`
    : updateIds;
  return [
    db
      .select()
      .from(activityUpdates)
      .where(sql`${activityUpdates.activityId} IN ${activityIds}`)
      .orderBy(desc(activityUpdates.quarter), desc(activityUpdates.id)),
    // In the order of their making: of two reports approved in one go for one day the rules take the last.
    db
      .select()
      .from(updateValues)
      .where(sql`${updateValues.updateId} IN ${updateIds}`)
      .orderBy(asc(updateValues.updateId)),
    db
      .select({ updateId: updateEvidence.updateId, count: sql<number>`count(*)` })
      .from(updateEvidence)
      .where(sql`${updateEvidence.updateId} IN ${decidedIds}`)
      .groupBy(updateEvidence.updateId),
  ] as const;
}

function moneyStatements({ db }: VillageCtx, { activityIds }: ScopeIds, asOf: Day, known: Known) {
  const { createdAt, spentOn } = spending;
  return [
    db
      .select()
      .from(budgetChanges)
      .where(
        sql`${budgetChanges.activityId} IN ${activityIds} AND ${known(sql`${budgetChanges.createdAt}`)}`,
      ),
    db
      .select({ activityId: spending.activityId, total: sql<number>`sum(${spending.amount})` })
      .from(spending)
      .where(
        sql`${spending.activityId} IN ${activityIds} AND ${spentOn} <= ${asOf} AND ${known(sql`${createdAt}`)}`,
      )
      .groupBy(spending.activityId),
  ] as const;
}

/** Explanations of the quarters up to that of the day, whenever they were written; those taken back are left out. */
function deviationStatement(
  { db }: VillageCtx,
  { activityIds, year }: ScopeIds,
  asOf: Day,
  knownAt: string | undefined,
) {
  const { quarter, createdAt, withdrawnAt } = deviations;
  const yearOfDay = Number(asOf.slice(0, 4));
  const reached = sql`CASE WHEN ${year} < ${yearOfDay} THEN 4 WHEN ${year} > ${yearOfDay} THEN 0
    ELSE ${quarterOf(asOf)} END`;
  const belongs = sql`CASE WHEN ${quarter} IS NULL THEN ${deviations.asOf} <= ${asOf}
    ELSE ${quarter} <= ${reached} END`;
  const stands = knownAt
    ? sql`${createdAt} <= ${knownAt} AND (${withdrawnAt} IS NULL OR ${withdrawnAt} > ${knownAt})`
    : sql`${withdrawnAt} IS NULL`;
  return db
    .select()
    .from(deviations)
    .where(sql`${deviations.activityId} IN ${activityIds} AND ${belongs} AND ${stands}`)
    .orderBy(desc(deviations.asOf), desc(deviations.id));
}

function idsOf(scope: MeasureScope): ScopeIds {
  if ("activityId" in scope) {
    const programmeId = sql`(SELECT programme_id FROM activities WHERE id = ${scope.activityId})`;
    const year = sql`(SELECT year FROM programmes WHERE id = ${programmeId})`;
    return { programmeId, activityIds: sql`(${scope.activityId})`, year };
  }
  const programmeId = sql`(SELECT id FROM programmes WHERE year = ${scope.year})`;
  const activityIds = sql`(SELECT id FROM activities WHERE programme_id = ${programmeId} AND dropped_at IS NULL)`;
  return { programmeId, activityIds, year: scope.year };
}
