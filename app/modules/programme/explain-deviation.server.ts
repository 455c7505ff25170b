import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { measureDeviation, recordDeviation } from "./deviation-parts.server.ts";
import { getActivity } from "./queries.server.ts";
import { requireRunning } from "./running-queries.server.ts";
import type { DeviationInput } from "./update-input.ts";

/**
 * Writes down why an activity lagged in a quarter and what is done about it, for who answers for it, works on it or
 * plans it. Residents read both once a planner or the Kepala Desa has agreed.
 */
export async function explainDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: DeviationInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  const deviation = await measureDeviation(ctx, activityId, input, input.triwulan ?? null);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireRunning(ctx, programme);
    const id = deviation ? await recordDeviation(ctx, tx, activity.id, deviation) : "";
    await audit({
      action: "deviation.explain",
      entity: "deviation",
      entityId: id,
      parentId: activity.id,
      details: {
        poin: deviation?.gapPoints,
        triwulan: deviation?.quarter,
        penyebab: input.penyebab,
        perbaikan: input.perbaikan,
      },
    });
    return { id };
  });
}
