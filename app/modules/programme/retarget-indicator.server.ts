import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { indicatorTargets } from "#db/village/schema/programme.ts";
import { findIndicatorProblems, wrongTargets } from "./check-rules.ts";
import { columnsOf, quartersOf } from "./indicator-targets.server.ts";
import type { RetargetInput } from "./input.ts";
import { findLatestTarget, getIndicator } from "./queries.server.ts";
import { ERRORS, PLAN_PROBLEMS } from "./words.ts";

/** After approval a target changes only as a new version with its reason; reports of earlier days keep the old one. */
export async function retargetIndicator(
  ctx: OfficeCtx,
  id: string,
  input: RetargetInput,
): Promise<{ activityId: string; version: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { indicator, activity, programme } = await getIndicator(tx, id);
    if (programme.state !== "approved" && programme.state !== "running")
      throw new ConflictError(ERRORS.programmeMoved);
    const latest = await findLatestTarget(tx, id);
    const version = (latest?.version ?? 0) + 1;
    if (input.versi !== (latest?.version ?? 1)) throw new ConflictError(ERRORS.programmeMoved);
    const targets = quartersOf(input);
    const [wrong] = wrongTargets({ ...indicator, targets });
    if (wrong) throw new FieldError(`t${wrong.quarter + 1}`, PLAN_PROBLEMS[wrong.problem]);
    const [problem] = findIndicatorProblems({ ...indicator, targets });
    if (problem) throw new FieldError("t1", PLAN_PROBLEMS[problem]);
    await tx.insert(indicatorTargets).values({
      id: newId(ctx.now),
      indicatorId: id,
      version,
      ...columnsOf(targets),
      reason: input.alasan,
      validFrom: dayIn(ctx.tenant.timeZone, ctx.now),
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    const details = { nama: indicator.name, alasan: input.alasan, target: targets, versi: version };
    await audit({
      action: "indicator.retarget",
      entity: "indicator",
      entityId: id,
      parentId: activity.id,
      details,
    });
    return { activityId: activity.id, version };
  });
}
