import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { getDeviation, retireDeviation } from "./deviation-parts.server.ts";
import type { ChosenDeviationInput } from "./update-input.ts";

/** Takes an explanation back: papers and residents see it no more, the record keeps it. */
export async function withdrawDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: ChosenDeviationInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getDeviation(ctx, tx, activityId, input.penjelasan);
    await retireDeviation(ctx, tx, row);
    await audit({
      action: "deviation.withdraw",
      entity: "deviation",
      entityId: row.id,
      parentId: activityId,
      details: { penyebab: row.cause },
    });
    return { id: row.id };
  });
}
