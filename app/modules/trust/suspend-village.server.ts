import { and, eq, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { findAcceptedContest, getVillage, type VillageRow } from "./queries.server.ts";
import { trialEndAfterDecision } from "./trial-rules.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/** Why, in words that the village reads. */
export interface SuspensionReason {
  alasan: string;
}

/** What the audit calls it: a village learns of it from there. */
export const LIFT_SUSPENSION = "village.lift-suspension";

/**
 * Takes a village's public side away and stops all writing in it; its officials still sign in, read and take out what is
 * theirs, and see the reason. Nothing of it is erased, also where its trial ends meanwhile.
 * @throws ConflictError where it is not active
 */
export async function suspendVillage(
  ctx: OversightCtx,
  villageId: string,
  { alasan: reason }: SuspensionReason,
): Promise<{ name: string }> {
  requireOversight(ctx, "operator.villages");
  const done = await writeDirectory(ctx, async ({ tx, audit }) => {
    const village = await getVillage(tx, villageId);
    if (village.state === "suspended") throw new ConflictError(TRUST_WORDS.alreadySuspended);
    if (village.state !== "active") throw new ConflictError(TRUST_WORDS.notYetReady);
    await tx
      .update(villages)
      .set({
        state: "suspended",
        suspendedAt: ctx.now.toISOString(),
        suspendedReason: reason,
        epoch: sql`${villages.epoch} + 1`,
      })
      .where(and(eq(villages.id, villageId), eq(villages.state, "active")));
    const entry = { action: "village.suspend", entity: "village", entityId: villageId, villageId };
    await audit({ ...entry, details: { because: "by-hand", reason } });
    await scheduleTrust(tx, ctx.now, villageId);
    return { name: village.name };
  });
  await wakeTrust(ctx, villageId);
  return done;
}

/**
 * Gives a village back what a suspension took. One that is still in its trial gets time to be verified.
 * @throws ConflictError where it is not suspended, or not by hand: a lost contest is taken back on its own page, and a
 *   trial that is over is being erased
 */
export async function liftSuspension(
  ctx: OversightCtx,
  villageId: string,
  { alasan: reason }: SuspensionReason,
): Promise<{ name: string }> {
  requireOversight(ctx, "operator.villages");
  const done = await writeDirectory(ctx, async ({ tx, audit }) => {
    const village = await getVillage(tx, villageId);
    if (village.state !== "suspended") throw new ConflictError(TRUST_WORDS.notSuspended);
    if (isTakenOut(village)) throw new ConflictError(TRUST_WORDS.beingErased);
    if (await findAcceptedContest(tx, villageId)) throw new ConflictError(TRUST_WORDS.lostByContest);
    const isVerified = village.trust === "verified";
    await tx
      .update(villages)
      .set({
        state: "active",
        suspendedAt: null,
        suspendedReason: null,
        trialEndsAt: isVerified ? null : trialEndAfterDecision(village.trialEndsAt, ctx.now),
        epoch: sql`${villages.epoch} + 1`,
      })
      .where(and(eq(villages.id, villageId), eq(villages.state, "suspended")));
    const entry = { action: LIFT_SUSPENSION, entity: "village", entityId: villageId, villageId };
    await audit({ ...entry, details: { reason } });
    await scheduleTrust(tx, ctx.now, villageId);
    return { name: village.name };
  });
  await wakeTrust(ctx, villageId);
  return done;
}

/**
 * Is the village on its way out because its trial is over? Whoever suspends it by hand leaves the moment, and may write
 * any reason: the sentence alone must never let a village be erased.
 */
export function isTakenOut(village: Pick<VillageRow, "state" | "suspendedAt" | "suspendedReason">): boolean {
  const { state, suspendedAt, suspendedReason } = village;
  return state === "suspended" && suspendedAt === null && suspendedReason === TRUST_WORDS.trialOver;
}
