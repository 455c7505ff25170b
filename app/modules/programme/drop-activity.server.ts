import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activities } from "#db/village/schema/programme.ts";
import type { DropActivityInput } from "./input.ts";
import { getActivity, requireVersion } from "./queries.server.ts";
import { canEditProgramme } from "./rules.ts";
import { ERRORS } from "./words.ts";

/** Takes an activity out of a year's draft; it stays on record with the reason. */
export async function dropActivity(
  ctx: OfficeCtx,
  id: string,
  input: DropActivityInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, id);
    if (!canEditProgramme(programme.state)) throw new ConflictError(ERRORS.programmeLocked);
    requireVersion(activity, input.versi);
    const at = ctx.now.toISOString();
    await tx
      .update(activities)
      .set({ droppedAt: at, dropReason: input.alasan, version: activity.version + 1, updatedAt: at })
      .where(eq(activities.id, id));
    await audit({
      action: "activity.drop",
      entity: "activity",
      entityId: id,
      parentId: programme.id,
      details: { alasan: input.alasan },
    });
    return { year: programme.year };
  });
}
