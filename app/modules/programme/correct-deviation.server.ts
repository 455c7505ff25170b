import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { getDeviation, recordDeviation, retireDeviation } from "./deviation-parts.server.ts";
import type { CorrectDeviationInput } from "./update-input.ts";

/** Replaces an explanation by a corrected one of the same quarter; the old words stay on record. */
export async function correctDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: CorrectDeviationInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getDeviation(ctx, tx, activityId, input.penjelasan);
    await retireDeviation(ctx, tx, row);
    const { quarter, gapPoints } = row;
    const { penyebab: cause, perbaikan: correction } = input;
    const id = await recordDeviation(ctx, tx, activityId, { cause, correction, quarter, gapPoints });
    await audit({
      action: "deviation.correct",
      entity: "deviation",
      entityId: id,
      parentId: activityId,
      details: { dari: row.cause, penyebab: cause, perbaikan: correction },
    });
    return { id };
  });
}
