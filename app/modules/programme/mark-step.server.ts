import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activitySteps } from "#db/village/schema/programme.ts";
import { getStep } from "./step-parts.server.ts";

/** Marks a step as done, or opens it again. Twice the same is no change. */
export async function markStep(
  ctx: OfficeCtx,
  id: string,
  input: { isDone: boolean },
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { step, activity } = await getStep(tx, id);
    const done = { doneAt: ctx.now.toISOString(), doneBy: ctx.actor.accountId };
    const isSame = (step.doneAt !== null) === input.isDone;
    if (!isSame)
      await tx
        .update(activitySteps)
        .set(input.isDone ? done : { doneAt: null, doneBy: null })
        .where(eq(activitySteps.id, id));
    await audit({
      action: input.isDone ? "step.finish" : "step.reopen",
      entity: "step",
      entityId: id,
      parentId: activity.id,
      details: { langkah: step.title },
    });
    return { activityId: activity.id };
  });
}
