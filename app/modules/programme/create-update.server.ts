import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activityUpdates } from "#db/village/schema/programme.ts";
import { measureDeviation, recordDeviation } from "./deviation-parts.server.ts";
import { getActivity } from "./queries.server.ts";
import { getUpdate, requireRunning } from "./running-queries.server.ts";
import type { UpdateInput } from "./update-input.ts";
import type { SavedUpdate } from "./update-parts.server.ts";
import { addEvidence, putValues, sendUpdate, updateDayOf } from "./update-parts.server.ts";

/** Writes a progress report of an activity for a quarter, as a draft or sent for approval at once. */
export async function createUpdate(
  ctx: OfficeCtx,
  activityId: string,
  input: UpdateInput,
): Promise<SavedUpdate> {
  requirePermission(ctx, "programme.update");
  const deviation = await measureDeviation(ctx, activityId, input, input.triwulan);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireRunning(ctx, programme);
    const asOf = updateDayOf(ctx, programme.year, input);
    const id = newId(ctx.now);
    await tx.insert(activityUpdates).values(rowOf(ctx, { id, activityId: activity.id, asOf }, input));
    const isAboveHundred = await putValues(tx, { updateId: id, activityId }, input.capaian);
    if (input.berkas) await addEvidence(ctx, tx, id, input.berkas);
    if (deviation) await recordDeviation(ctx, tx, activityId, deviation);
    const isSent = input.maksud === "kirim";
    if (isSent) await sendUpdate(ctx, tx, await getUpdate(tx, id));
    await audit({
      action: isSent ? "update.submit" : "update.draft",
      entity: "update",
      entityId: id,
      parentId: activityId,
      details: { triwulan: input.triwulan, tanggal: asOf },
    });
    return { id, state: isSent ? "submitted" : "draft", isAboveHundred };
  });
}

function rowOf(
  ctx: OfficeCtx,
  place: { id: string; activityId: string; asOf: string },
  input: UpdateInput,
): typeof activityUpdates.$inferInsert {
  return {
    ...place,
    quarter: input.triwulan,
    note: input.catatan ?? "",
    state: "draft",
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now.toISOString(),
  };
}
