import { eq, max } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activitySteps } from "#db/village/schema/programme.ts";
import { getActivity } from "./queries.server.ts";
import { requireActivePeople, requireOpen } from "./running-queries.server.ts";
import { requireStepDay, tellOwner } from "./step-parts.server.ts";
import type { StepInput } from "./update-input.ts";

/** Adds a step at the end of an activity's list and tells its owner. */
export async function addStep(ctx: OfficeCtx, activityId: string, input: StepInput): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireOpen(programme);
    requireStepDay(programme, input.tanggal);
    if (input.pemilik) await requireActivePeople(tx, "pemilik", [input.pemilik]);
    const [last] = await tx
      .select({ position: max(activitySteps.position) })
      .from(activitySteps)
      .where(eq(activitySteps.activityId, activityId));
    const step = {
      id: newId(ctx.now),
      activityId,
      title: input.judul,
      ownerId: input.pemilik,
      dueOn: input.tanggal,
      position: (last?.position ?? 0) + 1,
    };
    await tx.insert(activitySteps).values(step);
    await tellOwner(ctx, tx, step, activity);
    await audit({
      action: "step.add",
      entity: "step",
      entityId: step.id,
      parentId: activityId,
      details: { langkah: input.judul, tanggal: input.tanggal },
    });
    return { id: step.id };
  });
}
