import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { indicators } from "#db/village/schema/programme.ts";
import { getIndicator } from "./queries.server.ts";
import { canEditActivity } from "./rules.ts";
import { ERRORS } from "./words.ts";

/** Takes an indicator out of an activity whose plan may still change; the row stays. */
export async function retireIndicator(ctx: OfficeCtx, id: string): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { indicator, activity, programme } = await getIndicator(tx, id);
    if (!canEditActivity(programme.state, activity.reviewState))
      throw new ConflictError(ERRORS.activityLocked);
    await tx.update(indicators).set({ retiredAt: ctx.now.toISOString() }).where(eq(indicators.id, id));
    await audit({
      action: "indicator.retire",
      entity: "indicator",
      entityId: id,
      parentId: activity.id,
      details: { nama: indicator.name },
    });
    return { activityId: activity.id };
  });
}
