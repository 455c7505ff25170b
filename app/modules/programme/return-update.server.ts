import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { settleMessages, tell } from "#app/platform/inbox.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activityUpdates } from "#db/village/schema/programme.ts";
import { canMoveUpdate } from "./rules.ts";
import { getUpdate, requireRunning } from "./running-queries.server.ts";
import { INBOX } from "./running-words.ts";
import type { ReturnUpdateInput } from "./update-input.ts";
import { sentKey } from "./update-parts.server.ts";
import { ERRORS } from "./words.ts";

/** Gives a report back to its author with a reason; its values count for nothing until it is approved. */
export async function returnUpdate(
  ctx: OfficeCtx,
  id: string,
  input: ReturnUpdateInput,
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  return write(ctx, async ({ tx, audit }) => {
    const { update, activity, programme } = await getUpdate(tx, id);
    requireRunning(ctx, programme);
    if (!canMoveUpdate(update.state, "returned") || update.version !== input.versi)
      throw new ConflictError(ERRORS.updateMoved);
    const version = update.version + 1;
    await tx
      .update(activityUpdates)
      .set({
        state: "returned",
        returnReason: input.alasan,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.now.toISOString(),
        version,
      })
      .where(eq(activityUpdates.id, id));
    await settleMessages(ctx, tx, sentKey(update));
    await tell(ctx, tx, [update.createdBy, activity.responsibleAccountId], {
      onceKey: `programme.update-returned:${id}:${version}`,
      title: INBOX.updateReturned(activity.name),
      body: input.alasan,
      href: `/kantor/program-kerja/pembaruan/${id}`,
    });
    await audit({
      action: "update.return",
      entity: "update",
      entityId: id,
      parentId: activity.id,
      details: { triwulan: update.quarter, alasan: input.alasan },
    });
    return { activityId: activity.id };
  });
}
