import { and, eq, inArray, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import {
  activities,
  budgetChanges,
  indicators,
  indicatorTargets,
  programmes,
} from "#db/village/schema/programme.ts";
import { programmeDue } from "./due.ts";
import type { MoveProgrammeInput } from "./input.ts";
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
    await dateFirstVersions(ctx, tx, programme.id);
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

/** The plan's targets and budgets hold from the day of approval. */
async function dateFirstVersions(ctx: OfficeCtx, tx: VillageTx, programmeId: string): Promise<void> {
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
  await tx.update(budgetChanges).set({ validFrom }).where(inArray(budgetChanges.activityId, ids));
}
