import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activitySteps } from "#db/village/schema/programme.ts";
import { getStep } from "./step-parts.server.ts";

/** Takes a step off an activity's list; the row stays on record. */
export async function removeStep(ctx: OfficeCtx, id: string): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { step, activity } = await getStep(tx, id);
    await tx.update(activitySteps).set({ removedAt: ctx.now.toISOString() }).where(eq(activitySteps.id, id));
    await audit({
      action: "step.remove",
      entity: "step",
      entityId: id,
      parentId: activity.id,
      details: { langkah: step.title },
    });
    return { activityId: activity.id };
  });
}
