import { and, eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { startErasure } from "#app/platform/erasure/start-erasure.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DirectoryTx } from "#db/open.ts";
import { directoryWriterOf } from "./directory-writer.server.ts";
import { needsDecision, selectWaitingClaims, type VillageRow } from "./queries.server.ts";
import { isTakenOut } from "./suspend-village.server.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Ends a trial for good. Whoever verifies, files a claim or moves the end in the same moment wins: the village is taken
 * out in one transaction only where none of that has happened, and only then erased.
 * @returns false where it happened; nothing changes then
 */
export async function endTrial(ctx: VillageCtx, trialEndsAt: string): Promise<boolean> {
  const { villageId } = ctx.tenant;
  const isOver = await writeDirectory(directoryWriterOf(ctx), async ({ tx, audit }) => {
    const waiting = await selectWaitingClaims(tx, villageId);
    const taken = waiting.some(needsDecision) ? [] : await takeOut(tx, villageId, trialEndsAt);
    const action = taken.length > 0 ? "village.end-trial" : "village.keep-trial";
    await audit({ action, entity: "village", entityId: villageId, villageId, details: { trialEndsAt } });
    return taken.length > 0;
  });
  if (isOver) await eraseTrial(ctx);
  return isOver;
}

/**
 * Goes on with an end that was cut off between its two steps.
 * @returns whether the village's trial has ended
 */
export async function finishTrialEnd(ctx: VillageCtx, village: VillageRow): Promise<boolean> {
  const isOver = isTakenOut(village);
  if (isOver) await eraseTrial(ctx);
  return isOver;
}

async function eraseTrial(ctx: VillageCtx): Promise<void> {
  await startErasure(ctx, { villageId: ctx.tenant.villageId, reason: "trial-over", askedBy: "Balai" });
}

function takeOut(tx: DirectoryTx, villageId: string, trialEndsAt: string) {
  const isStill = and(
    eq(villages.id, villageId),
    eq(villages.trust, "unverified"),
    eq(villages.state, "active"),
    eq(villages.trialEndsAt, trialEndsAt),
  );
  return tx
    .update(villages)
    .set({
      state: "suspended",
      suspendedReason: TRUST_WORDS.trialOver,
      epoch: sql`${villages.epoch} + 1`,
    })
    .where(isStill)
    .returning({ id: villages.id });
}
