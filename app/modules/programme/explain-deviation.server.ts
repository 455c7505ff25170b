import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { measureDeviation, recordDeviation } from "./deviation-parts.server.ts";
import { getActivity } from "./queries.server.ts";
import { requireRunning } from "./running-queries.server.ts";
import type { DeviationInput } from "./update-input.ts";

/** Writes down why an activity lags and what is done about it; the public page shows both. */
export async function explainDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: DeviationInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  const deviation = await measureDeviation(ctx, activityId, input);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireRunning(ctx, programme);
    const id = deviation ? await recordDeviation(ctx, tx, activity.id, deviation) : "";
    await audit({
      action: "deviation.explain",
      entity: "deviation",
      entityId: id,
      parentId: activity.id,
      details: { poin: deviation?.gapPoints, penyebab: input.penyebab, perbaikan: input.perbaikan },
    });
    return { id };
  });
}
