import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activities } from "#db/village/schema/programme.ts";
import type { MoveProgrammeInput } from "./input.ts";
import { incompleteActivities, planStatements } from "./plan-problems.server.ts";
import { getActivity, requireVersion } from "./queries.server.ts";
import { ERRORS } from "./words.ts";

/** Sends one returned activity, mended, back to the Kepala Desa while the programme lies with him. */
export async function resubmitActivity(
  ctx: OfficeCtx,
  id: string,
  input: MoveProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, id);
    requireVersion(activity, input.versi);
    if (programme.state !== "submitted" || activity.reviewState !== "returned")
      throw new ConflictError(ERRORS.programmeMoved);
    const read = planStatements(tx, programme.id);
    const rows = {
      activities: await read.activities,
      people: await read.people,
      indicators: await read.indicators,
      targets: await read.targets,
    };
    const mine = incompleteActivities(rows).find((each) => each.id === id);
    if (mine) throw new FieldError("", mine.problems.join(" "));
    await tx
      .update(activities)
      .set({ reviewState: "open", version: activity.version + 1, updatedAt: ctx.now.toISOString() })
      .where(eq(activities.id, id));
    await audit({ action: "activity.resubmit", entity: "activity", entityId: id, parentId: programme.id });
    return { year: programme.year };
  });
}
