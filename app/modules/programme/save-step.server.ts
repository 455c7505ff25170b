import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activitySteps } from "#db/village/schema/programme.ts";
import { requireActivePeople } from "./running-queries.server.ts";
import { getStep, requireStepDay, tellOwner } from "./step-parts.server.ts";
import type { StepInput } from "./update-input.ts";

/** Renames a step, gives it to another owner, or moves its date. */
export async function saveStep(
  ctx: OfficeCtx,
  id: string,
  input: StepInput,
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { step, activity, programme } = await getStep(tx, id);
    if (input.tanggal !== step.dueOn) requireStepDay(programme, input.tanggal);
    if (input.pemilik) await requireActivePeople(tx, "pemilik", [input.pemilik]);
    const changes = { title: input.judul, ownerId: input.pemilik, dueOn: input.tanggal };
    await tx.update(activitySteps).set(changes).where(eq(activitySteps.id, id));
    if (input.pemilik !== step.ownerId) await tellOwner(ctx, tx, { id, ...changes }, activity);
    await audit({
      action: "step.save",
      entity: "step",
      entityId: id,
      parentId: activity.id,
      details: { langkah: input.judul, tanggal: input.tanggal },
    });
    return { activityId: activity.id };
  });
}
