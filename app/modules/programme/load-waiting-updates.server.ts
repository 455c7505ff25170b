import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityUpdates,
  indicators,
  indicatorTargets,
  programmes,
  updateEvidence,
  updateValues,
} from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import type { Quarter } from "./calendar-rules.ts";
import { type EvidenceView, evidenceViews } from "./evidence-view.server.ts";
import { replacementBy } from "./progress-rules.ts";
import { acceptsUpdates } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState, mayApprove } from "./running-rules.ts";
import type { ValueView } from "./update-values.ts";

const LIMIT = 50;

export interface WaitingUpdate {
  id: string;
  version: number;
  activityId: string;
  activityName: string;
  year: number;
  quarter: number;
  asOf: string;
  note: string;
  author: string | null;
  mayApprove: boolean;
  values: ValueView[];
  evidence: EvidenceView[];
}

/** Reports that wait for approval, the oldest first, in one round trip. */
export async function loadWaitingUpdates(ctx: OfficeCtx): Promise<WaitingUpdate[]> {
  const { rows, values, targets, standing, evidence, approvers } = await readTogether(ctx.db, readings(ctx));
  const views = await evidenceViews(ctx, evidence);
  const others = approvers.filter((each) => each.accountId !== ctx.actor.accountId).length;
  return rows
    .filter(({ programme }) => acceptsUpdates(effectiveState(programme, todayOf(ctx))))
    .map(({ update, activity, programme, author }) => ({
      id: update.id,
      version: update.version,
      activityId: activity.id,
      activityName: activity.name,
      year: programme.year,
      quarter: update.quarter,
      asOf: update.asOf,
      note: update.note,
      author,
      mayApprove: mayApprove(update, ctx.actor.accountId, others),
      values: values
        .filter((each) => each.updateId === update.id)
        .map(({ indicator, value }) => ({
          id: indicator.id,
          name: indicator.name,
          unit: indicator.unit,
          value,
          target: targetOf(
            targets.findLast((each) => each.indicatorId === indicator.id),
            update.quarter,
          ),
          replaces: replacementBy(
            standing.filter((each) => each.indicatorId === indicator.id),
            { quarter: update.quarter as Quarter, asOf: update.asOf },
            { asOf: todayOf(ctx) },
          ),
        })),
      evidence: views.get(update.id) ?? [],
    }));
}

type TargetRow = typeof indicatorTargets.$inferSelect;

function targetOf(row: TargetRow | undefined, quarter: number): number | null {
  return row ? ([row.q1, row.q2, row.q3, row.q4][quarter - 1] ?? null) : null;
}

function readings(ctx: OfficeCtx) {
  const { db } = ctx;
  const chosen = sql`(SELECT id FROM activity_updates WHERE state = 'submitted' ORDER BY submitted_at, id LIMIT ${LIMIT})`;
  const waiting = and(
    eq(activityUpdates.state, "submitted"),
    isNull(activities.droppedAt),
    inArray(programmes.state, ["approved", "running"]),
  );
  return {
    rows: reading(
      [
        db
          .select({
            update: activityUpdates,
            activity: activities,
            programme: programmes,
            author: accounts.name,
          })
          .from(activityUpdates)
          .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
          .innerJoin(programmes, eq(programmes.id, activities.programmeId))
          .leftJoin(accounts, eq(accounts.id, activityUpdates.createdBy))
          .where(and(waiting, sql`${activityUpdates.id} IN ${chosen}`))
          .orderBy(asc(activityUpdates.submittedAt), asc(activityUpdates.id)),
      ],
      ([found]) => found,
    ),
    values: reading(
      [
        db
          .select({ updateId: updateValues.updateId, value: updateValues.value, indicator: indicators })
          .from(updateValues)
          .innerJoin(indicators, eq(indicators.id, updateValues.indicatorId))
          .where(sql`${updateValues.updateId} IN ${chosen}`)
          .orderBy(asc(indicators.position)),
      ],
      ([found]) => found,
    ),
    targets: reading(
      [
        db
          .select()
          .from(indicatorTargets)
          .where(
            sql`${indicatorTargets.indicatorId} IN (SELECT indicator_id FROM update_values WHERE update_id IN ${chosen})`,
          )
          .orderBy(asc(indicatorTargets.version)),
      ],
      ([found]) => found,
    ),
    standing: reading([approvedValues(db, chosen)], ([found]) =>
      found.map((row) => ({ ...row, quarter: row.quarter as Quarter })),
    ),
    evidence: reading(
      [
        db
          .select({ updateId: updateEvidence.updateId, file: files })
          .from(updateEvidence)
          .innerJoin(files, eq(files.id, updateEvidence.fileId))
          .where(sql`${updateEvidence.updateId} IN ${chosen}`)
          .orderBy(asc(updateEvidence.addedAt)),
      ],
      ([found]) => found,
    ),
    approvers: reading([holdersStatement(ctx, db, "programme.approve")], ([found]) => found),
  };
}

/** Approved values of the indicators that the chosen reports speak of: what these would replace. */
function approvedValues(db: OfficeCtx["db"], chosen: SQL) {
  return db
    .select({
      indicatorId: updateValues.indicatorId,
      value: updateValues.value,
      quarter: activityUpdates.quarter,
      state: activityUpdates.state,
      asOf: activityUpdates.asOf,
      decidedAt: activityUpdates.decidedAt,
    })
    .from(updateValues)
    .innerJoin(activityUpdates, eq(activityUpdates.id, updateValues.updateId))
    .where(
      and(
        eq(activityUpdates.state, "approved"),
        sql`${updateValues.indicatorId} IN (SELECT indicator_id FROM update_values WHERE update_id IN ${chosen})`,
      ),
    );
}
