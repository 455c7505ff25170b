import { and, eq, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { type DirectoryWrite, writeDirectory } from "#app/platform/write-directory.ts";
import { claims, claimTickets } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DecisionInput } from "./input.ts";
import { type ClaimRow, getClaim, type VillageRow } from "./queries.server.ts";
import { trialEndAfterDecision } from "./trial-rules.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Takes an accepted contest back before the village is erased: for operators, who find that it should not have been.
 * @throws ConflictError where it is not accepted any more, or the village is gone
 */
export async function reverseContest(
  ctx: OversightCtx,
  claimId: string,
  input: DecisionInput,
): Promise<void> {
  requireOversight(ctx, "operator.claims");
  const villageId = await writeDirectory(ctx, async (write) => {
    const { claim, village } = await getClaim(write.tx, claimId);
    if (claim.version !== input.versi || !village) throw new ConflictError(TRUST_WORDS.claimDecided);
    await undoContest(write, ctx, { claim, village, reason: input.alasan ?? "" });
    await scheduleTrust(write.tx, ctx.now, village.id);
    return village.id;
  });
  await wakeTrust(ctx, villageId);
}

/** The village is active again, the ticket is worth nothing, the contest refused. Part of a transaction. */
export async function undoContest(
  { tx, audit }: DirectoryWrite,
  ctx: Pick<OversightCtx, "now" | "overseer">,
  { claim, village, reason }: { claim: ClaimRow; village: VillageRow; reason: string },
): Promise<void> {
  if (claim.kind !== "contest" || claim.state !== "accepted" || village.state !== "suspended")
    throw new ConflictError(TRUST_WORDS.claimDecided);
  await tx
    .update(claims)
    .set({ state: "refused", reason, version: sql`${claims.version} + 1` })
    .where(and(eq(claims.id, claim.id), eq(claims.version, claim.version)));
  await tx.delete(claimTickets).where(eq(claimTickets.claimId, claim.id));
  const isVerified = village.trust === "verified";
  await tx
    .update(villages)
    .set({
      state: "active",
      suspendedAt: null,
      suspendedReason: null,
      trialEndsAt: isVerified ? null : trialEndAfterDecision(null, ctx.now),
      epoch: sql`${villages.epoch} + 1`,
    })
    .where(eq(villages.id, village.id));
  await audit({
    action: "claim.reverse",
    entity: "claim",
    entityId: claim.id,
    villageId: village.id,
    details: { reason },
  });
}
