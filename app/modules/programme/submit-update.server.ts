import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { getOwnDraft } from "./running-queries.server.ts";
import type { SubmitUpdateInput } from "./update-input.ts";
import { sendUpdate } from "./update-parts.server.ts";

/** Sends a draft or mended report as it stands to whoever approves. */
export async function submitUpdate(
  ctx: OfficeCtx,
  id: string,
  input: SubmitUpdateInput,
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const found = await getOwnDraft(ctx, tx, id, input.versi);
    await sendUpdate(ctx, tx, found);
    const { quarter, asOf } = found.update;
    await audit({
      action: "update.submit",
      entity: "update",
      entityId: id,
      parentId: found.activity.id,
      details: { triwulan: quarter, tanggal: asOf },
    });
    return { activityId: found.activity.id };
  });
}
