import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { settleMessages, tell } from "#app/platform/inbox.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { activityUpdates } from "#db/village/schema/programme.ts";
import { canMoveUpdate } from "./rules.ts";
import { type FoundUpdate, getUpdate, requireRunning } from "./running-queries.server.ts";
import { isAuthor, mayApprove } from "./running-rules.ts";
import { INBOX, quarterName, RUNNING_ERRORS } from "./running-words.ts";
import type { ApproveUpdatesInput } from "./update-input.ts";
import { sentKey } from "./update-parts.server.ts";
import { ERRORS } from "./words.ts";

/**
 * Approves the chosen reports, each as it was shown. Those that moved since (approved by another, changed) are passed
 * over and counted; where nothing is left to approve, the whole is refused.
 */
export async function approveUpdates(
  ctx: OfficeCtx,
  input: ApproveUpdatesInput,
): Promise<{ approved: number; passed: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  return write(ctx, async (work) => {
    const otherApprovers = await countOtherApprovers(ctx, work);
    const found: FoundUpdate[] = [];
    for (const { id, version } of input.laporan) {
      const each = await getUpdate(work.tx, id);
      if (canMoveUpdate(each.update.state, "approved") && each.update.version === version) found.push(each);
    }
    if (found.length === 0)
      throw new ConflictError(input.laporan.length === 1 ? ERRORS.updateMoved : RUNNING_ERRORS.noneApproved);
    for (const each of found) await approve(ctx, work, each, otherApprovers);
    return { approved: found.length, passed: input.laporan.length - found.length };
  });
}

async function countOtherApprovers(ctx: OfficeCtx, { tx }: Write): Promise<number> {
  const holders = await listHolders(ctx, tx, "programme.approve");
  return holders.filter((id) => id !== ctx.actor.accountId).length;
}

async function approve(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  { update, activity, programme }: FoundUpdate,
  otherApprovers: number,
): Promise<void> {
  requireRunning(ctx, programme);
  if (!mayApprove(update, ctx.actor.accountId, otherApprovers)) throw new ForbiddenError(ERRORS.ownUpdate);
  await tx
    .update(activityUpdates)
    .set({
      state: "approved",
      decidedBy: ctx.actor.accountId,
      decidedAt: ctx.now.toISOString(),
      returnReason: null,
      version: update.version + 1,
    })
    .where(eq(activityUpdates.id, update.id));
  await settleMessages(ctx, tx, sentKey(update));
  await tell(ctx, tx, [update.createdBy, activity.responsibleAccountId], {
    onceKey: `programme.update-approved:${update.id}`,
    title: INBOX.updateApproved(activity.name),
    body: quarterName(update.quarter, programme.year),
    href: `/kantor/program-kerja/pembaruan/${update.id}`,
  });
  const isOwn = isAuthor(update, ctx.actor.accountId);
  await audit({
    action: "update.approve",
    entity: "update",
    entityId: update.id,
    parentId: activity.id,
    details: { triwulan: update.quarter, tanggal: update.asOf, ...(isOwn && { sendiri: true }) },
  });
}
