import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import type { VillageDb } from "#db/open.ts";
import { activities, budgetChanges, spending } from "#db/village/schema/programme.ts";
import type { ImportTarget } from "./import-rules.ts";
import { type BudgetChange, budgetAt } from "./money-rules.ts";

type Selector = Pick<VillageDb, "select">;

/** Activities of a year's programme, all their budgets, and what was spent until `day`: three statements. */
export function importTargetStatements(db: Selector, programmeId: string | SQL<string>, day: string) {
  const ids = sql`(SELECT id FROM activities WHERE programme_id = ${programmeId} AND dropped_at IS NULL)`;
  return [
    db
      .select({ id: activities.id, name: activities.name, code: activities.activityCode })
      .from(activities)
      .where(and(eq(activities.programmeId, programmeId), isNull(activities.droppedAt)))
      .orderBy(asc(activities.position), asc(activities.id)),
    db.select().from(budgetChanges).where(sql`${budgetChanges.activityId} IN ${ids}`),
    db
      .select({ activityId: spending.activityId, total: sql<number>`sum(${spending.amount})` })
      .from(spending)
      .where(sql`${spending.activityId} IN ${ids} AND ${spending.spentOn} <= ${day}`)
      .groupBy(spending.activityId),
  ] as const;
}

type Statements = ReturnType<typeof importTargetStatements>;
type TargetRows = BatchResponse<Statements>;

/** The activities as they stand on `day`. */
export function assembleTargets([rows, changes, spent]: TargetRows, day: string): ImportTarget[] {
  return rows.map(({ id, name, code }) => ({
    id,
    name,
    code,
    budget: budgetAt(changesOf(changes, id), day),
    spent: spent.find((each) => each.activityId === id)?.total ?? 0,
  }));
}

/** The same inside a transaction, with each activity's budgets to go on from. */
export async function readTargets(tx: Selector, programmeId: string, day: string) {
  const [rows, changes, spent] = importTargetStatements(tx, programmeId, day);
  const read: TargetRows = [await rows, await changes, await spent];
  return {
    targets: assembleTargets(read, day),
    budgetsOf: (activityId: string): BudgetChange[] => changesOf(read[1], activityId),
  };
}

function changesOf(changes: TargetRows[1], activityId: string): BudgetChange[] {
  return changes.filter((each) => each.activityId === activityId);
}
