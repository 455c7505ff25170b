import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activityUpdates } from "#db/village/schema/programme.ts";
import { getOwnDraft, getUpdate } from "./running-queries.server.ts";
import { editorsAfter } from "./running-rules.ts";
import type { UpdateInput } from "./update-input.ts";
import type { SavedUpdate } from "./update-parts.server.ts";
import { addEvidence, putValues, sendUpdate, updateDayOf } from "./update-parts.server.ts";

/** Changes a draft or returned report, adds a photo or file to it, and sends it where that was asked. */
export async function saveUpdate(ctx: OfficeCtx, id: string, input: UpdateInput): Promise<SavedUpdate> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { update, activity, programme } = await getOwnDraft(ctx, tx, id, input.versi ?? 0);
    const asOf = updateDayOf(ctx, programme.year, input);
    const editors = editorsAfter(update, ctx.actor.accountId);
    const changes = { quarter: input.triwulan, asOf, note: input.catatan ?? "", editors };
    await tx
      .update(activityUpdates)
      .set({ ...changes, version: update.version + 1 })
      .where(eq(activityUpdates.id, id));
    const isAboveHundred = await putValues(tx, { updateId: id, activityId: activity.id }, input.capaian);
    if (input.berkas) await addEvidence(ctx, tx, id, input.berkas);
    const isSent = input.maksud === "kirim";
    if (isSent) await sendUpdate(ctx, tx, await getUpdate(tx, id));
    await audit({
      action: isSent ? "update.submit" : "update.save",
      entity: "update",
      entityId: id,
      parentId: activity.id,
      details: { triwulan: input.triwulan, tanggal: asOf },
    });
    return { id, state: isSent ? "submitted" : update.state, isAboveHundred };
  });
}
