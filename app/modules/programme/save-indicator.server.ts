import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { indicators } from "#db/village/schema/programme.ts";
import { indicatorColumns, requireSense } from "./add-indicator.server.ts";
import { putDraftTargets, quartersOf } from "./indicator-targets.server.ts";
import type { IndicatorInput } from "./input.ts";
import { getIndicator } from "./queries.server.ts";
import { canEditActivity } from "./rules.ts";
import { ERRORS } from "./words.ts";

/** Changes an indicator and its targets while the plan may still change. */
export async function saveIndicator(
  ctx: OfficeCtx,
  id: string,
  input: IndicatorInput,
  countedKeys: readonly string[],
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.plan");
  requireSense(input, countedKeys);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getIndicator(tx, id);
    if (!canEditActivity(programme.state, activity.reviewState))
      throw new ConflictError(ERRORS.activityLocked);
    await tx.update(indicators).set(indicatorColumns(input)).where(eq(indicators.id, id));
    await putDraftTargets(ctx, tx, id, quartersOf(input));
    await audit({
      action: "indicator.save",
      entity: "indicator",
      entityId: id,
      parentId: activity.id,
      details: { nama: input.nama },
    });
    return { activityId: activity.id };
  });
}
