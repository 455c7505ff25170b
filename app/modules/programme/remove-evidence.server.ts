import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { detachFile } from "#app/platform/files/attach-file.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activityUpdates, updateEvidence } from "#db/village/schema/programme.ts";
import { getOwnDraft } from "./running-queries.server.ts";
import { editorsAfter } from "./running-rules.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import type { RemoveEvidenceInput } from "./update-input.ts";

/** Takes a photo or file off a report that was not approved. */
export async function removeEvidence(
  ctx: OfficeCtx,
  id: string,
  input: RemoveEvidenceInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { update, activity } = await getOwnDraft(ctx, tx, id, input.versi);
    const removed = await tx
      .delete(updateEvidence)
      .where(and(eq(updateEvidence.updateId, id), eq(updateEvidence.fileId, input.bukti)))
      .returning();
    if (removed.length === 0) throw new ConflictError(RUNNING_ERRORS.evidenceGone);
    await detachFile(tx, input.bukti);
    await tx
      .update(activityUpdates)
      .set({ version: update.version + 1, editors: editorsAfter(update, ctx.actor.accountId) })
      .where(eq(activityUpdates.id, id));
    await audit({
      action: "update.remove-evidence",
      entity: "update",
      entityId: id,
      parentId: activity.id,
      details: { triwulan: update.quarter },
    });
    return { id };
  });
}
