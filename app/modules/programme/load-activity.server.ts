import { aliasedTable, and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import {
  activityComments,
  activitySteps,
  budgetChanges,
  spending,
  updateEvidence,
} from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { activityMeasures, requireMeasures } from "./load-measures.server.ts";
import { todayOf } from "./running-queries.server.ts";

const HISTORY_ROWS = 60;
const SPENDING_ROWS = 30;

/** Everything that an activity's page shows, in one round trip. */
export async function loadActivity(ctx: OfficeCtx, id: string) {
  const { measures, ...rest } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, id, todayOf(ctx)),
    persons: personsReading(ctx),
    steps: stepsReading(ctx, id),
    comments: reading(
      [
        ctx.db
          .select()
          .from(activityComments)
          .where(eq(activityComments.activityId, id))
          .orderBy(asc(activityComments.id)),
      ],
      ([rows]) => rows,
    ),
    spending: spendingReading(ctx, id, SPENDING_ROWS),
    evidence: evidenceReading(ctx, id),
    history: reading(
      [
        ctx.db
          .select()
          .from(auditLog)
          .where(or(eq(auditLog.entityId, id), eq(auditLog.parentId, id)))
          .orderBy(desc(auditLog.id))
          .limit(HISTORY_ROWS),
      ],
      ([rows]) => rows,
    ),
  });
  return { ...requireMeasures(measures), ...rest };
}
export type LoadedActivity = Awaited<ReturnType<typeof loadActivity>>;

/** Names of all accounts, those who left included, since history speaks of them. */
export function personsReading(ctx: OfficeCtx) {
  const columns = { id: accounts.id, name: accounts.name, state: accounts.state };
  return reading([ctx.db.select(columns).from(accounts).orderBy(asc(accounts.name))], ([rows]) => rows);
}
export type PersonRow = { id: string; name: string; state: "active" | "dismissed" };

/** Steps of an activity: open ones by date, then the done ones. */
export function stepsReading(ctx: OfficeCtx, activityId: string) {
  const statement = ctx.db
    .select()
    .from(activitySteps)
    .where(and(eq(activitySteps.activityId, activityId), isNull(activitySteps.removedAt)))
    .orderBy(
      sql`${activitySteps.doneAt} IS NOT NULL`,
      sql`coalesce(${activitySteps.dueOn}, '9999')`,
      asc(activitySteps.position),
    );
  return reading([statement], ([rows]) => rows);
}

/** Latest entries of spending with the name of who wrote them. */
export function spendingReading(ctx: OfficeCtx, activityId: string, limit: number) {
  const author = aliasedTable(accounts, "author");
  const statement = ctx.db
    .select({
      id: spending.id,
      amount: spending.amount,
      spentOn: spending.spentOn,
      note: spending.note,
      author: author.name,
    })
    .from(spending)
    .leftJoin(author, eq(author.id, spending.createdBy))
    .where(eq(spending.activityId, activityId))
    .orderBy(desc(spending.spentOn), desc(spending.id))
    .limit(limit);
  return reading([statement], ([rows]) => rows);
}

/** Pagu of an activity over time, newest first. */
export function budgetsReading(ctx: OfficeCtx, activityId: string) {
  const statement = ctx.db
    .select()
    .from(budgetChanges)
    .where(eq(budgetChanges.activityId, activityId))
    .orderBy(desc(budgetChanges.validFrom), desc(budgetChanges.createdAt));
  return reading([statement], ([rows]) => rows);
}

/** Files behind the reports of an activity. */
export function evidenceReading(ctx: OfficeCtx, activityId: string) {
  const statement = ctx.db
    .select({ updateId: updateEvidence.updateId, file: files })
    .from(updateEvidence)
    .innerJoin(files, eq(files.id, updateEvidence.fileId))
    .where(
      sql`${updateEvidence.updateId} IN (SELECT id FROM activity_updates WHERE activity_id = ${activityId})`,
    )
    .orderBy(asc(updateEvidence.addedAt), asc(updateEvidence.fileId));
  return reading([statement], ([rows]) => rows);
}
export type EvidenceRow = { updateId: string; file: typeof files.$inferSelect };
