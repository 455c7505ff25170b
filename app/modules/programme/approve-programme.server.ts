import { and, eq, inArray, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import {
  activities,
  budgetChanges,
  indicators,
  indicatorTargets,
  programmes,
} from "#db/village/schema/programme.ts";
import { civilDate } from "./calendar-rules.ts";
import { programmeDue } from "./due.ts";
import type { MoveProgrammeInput } from "./input.ts";
import type { ActivityRow, ProgrammeRow } from "./queries.server.ts";
import { getProgrammeOfYear, listActivities, requireVersion } from "./queries.server.ts";
import { approvalObstacle } from "./rules.ts";
import { APPROVAL_OBSTACLES, ERRORS } from "./words.ts";

/**
 * The Kepala Desa approves the whole programme. Activities that he did not look at one by one are accepted with it; a
 * returned one stands in the way. From now on targets and budgets change only as versions with a reason.
 */
export async function approveProgramme(
  ctx: OfficeCtx,
  year: number,
  input: MoveProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  const approved = await write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireVersion(programme, input.versi);
    const rows = await listActivities(tx, programme.id);
    const obstacle = approvalObstacle(
      programme.state,
      rows.map((row) => row.reviewState),
    );
    if (obstacle === "not_submitted") throw new ConflictError(ERRORS.programmeMoved);
    if (obstacle) throw new FieldError("", APPROVAL_OBSTACLES[obstacle]);
    await acceptOpen(ctx, tx, programme.id);
    await dateTargets(ctx, tx, programme.id);
    await recordFreeOfCost(ctx, tx, programme, rows);
    await tx
      .update(programmes)
      .set({
        state: "approved",
        approvedAt: ctx.now.toISOString(),
        approvedBy: ctx.actor.accountId,
        version: programme.version + 1,
      })
      .where(eq(programmes.id, programme.id));
    await audit({
      action: "programme.approve",
      entity: "programme",
      entityId: programme.id,
      details: { tahun: year },
    });
    return { year };
  });
  await registerDue(ctx, ctx.tenant.villageId, programmeDue.kind, ctx.now);
  return approved;
}

async function acceptOpen(ctx: OfficeCtx, tx: VillageTx, programmeId: string): Promise<void> {
  await tx
    .update(activities)
    .set({ reviewState: "accepted", reviewedBy: ctx.actor.accountId, reviewedAt: ctx.now.toISOString() })
    .where(
      and(
        eq(activities.programmeId, programmeId),
        eq(activities.reviewState, "open"),
        isNull(activities.droppedAt),
      ),
    );
}

/** Where nothing was planned, that is the first budget: money that comes later doesn't reach back. */
async function recordFreeOfCost(
  ctx: OfficeCtx,
  tx: VillageTx,
  { id, year }: ProgrammeRow,
  rows: readonly ActivityRow[],
): Promise<void> {
  const known = await tx
    .select({ activityId: budgetChanges.activityId })
    .from(budgetChanges)
    .innerJoin(activities, eq(activities.id, budgetChanges.activityId))
    .where(eq(activities.programmeId, id));
  const missing = rows.filter((row) => !known.some(({ activityId }) => activityId === row.id));
  if (missing.length === 0) return;
  const stamp = { createdBy: ctx.actor.accountId, createdAt: ctx.now.toISOString() };
  await tx.insert(budgetChanges).values(
    missing.map((row) => ({
      id: newId(ctx.now),
      activityId: row.id,
      amount: row.budget,
      validFrom: civilDate(year, 1, 1),
      ...stamp,
    })),
  );
}

/** The plan's targets hold from the day of approval; its budgets are the year's and hold from its first day. */
async function dateTargets(ctx: OfficeCtx, tx: VillageTx, programmeId: string): Promise<void> {
  const validFrom = dayIn(ctx.tenant.timeZone, ctx.now);
  const ids = tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.programmeId, programmeId));
  const indicatorIds = tx
    .select({ id: indicators.id })
    .from(indicators)
    .where(inArray(indicators.activityId, ids));
  await tx
    .update(indicatorTargets)
    .set({ validFrom })
    .where(inArray(indicatorTargets.indicatorId, indicatorIds));
}
