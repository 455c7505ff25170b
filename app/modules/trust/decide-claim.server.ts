import { and, eq, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newToken, sha256Hex } from "#app/platform/ids.ts";
import { requireOwnRegency } from "#app/platform/require.ts";
import { type DirectoryWrite, writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DirectoryTx } from "#db/open.ts";
import { acceptContest } from "./accept-contest.server.ts";
import { isForOperatorsOnly, regencyOf } from "./claim-rules.ts";
import type { DecisionInput } from "./input.ts";
import { type ClaimRow, getClaim, requireWaiting, type VillageRow } from "./queries.server.ts";
import { requireClaims } from "./require-claims.server.ts";
import { trialEndAfterDecision } from "./trial-rules.ts";
import { markVerified } from "./verify-village.server.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/** What became of a claim. */
export interface DecidedClaim {
  kind: ClaimRow["kind"];
  isAccepted: boolean;
  /** The winner's ticket to sign up; stored nowhere, so null where the same form was sent twice. */
  ticket: string | null;
}

/**
 * Accepts or refuses a claim that waits: for people of its kabupaten, and for operators.
 * @throws NotFoundError for another kabupaten's, ConflictError where somebody else was faster
 */
export async function decideClaim(
  ctx: OversightCtx,
  claimId: string,
  input: DecisionInput,
): Promise<DecidedClaim> {
  requireClaims(ctx);
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const done = await writeDirectory(ctx, async (write) => {
    const { claim, village } = await getOwnClaim(ctx, write.tx, claimId);
    requireWaiting(claim, input.versi);
    if (!village) throw new ConflictError(TRUST_WORDS.villageChanged);
    const isAccepted = input.putusan === "terima";
    await settle(write, ctx, claim, input);
    if (!isAccepted) await prolong(write, ctx, village);
    else if (claim.kind === "contest")
      await acceptContest(write, ctx.now, { claim, village, by: ctx.overseer.overseerId, tokenHash });
    else await markVerified(write, ctx.now, village, { basis: "letter", claimId });
    await scheduleTrust(write.tx, ctx.now, village.id);
    return { kind: claim.kind, isAccepted, villageId: village.id, tokenHash };
  });
  await wakeTrust(ctx, done.villageId);
  const hasTicket = done.kind === "contest" && done.isAccepted && done.tokenHash === tokenHash;
  return { kind: done.kind, isAccepted: done.isAccepted, ticket: hasTicket ? token : null };
}

/** A claim that this person may see; everything else does not exist. */
export async function getOwnClaim(
  ctx: OversightCtx,
  db: OversightCtx["directory"] | DirectoryTx,
  claimId: string,
): Promise<{ claim: ClaimRow; village: VillageRow | null }> {
  return requireOwnClaim(ctx, await getClaim(db, claimId));
}

/** Holds that a claim that was found is one that this person may see. */
export function requireOwnClaim<Found extends { claim: ClaimRow; village: VillageRow | null }>(
  ctx: OversightCtx,
  found: Found | undefined,
): Found {
  if (!found) throw new NotFoundError(TRUST_WORDS.claimGone);
  requireOwnRegency(ctx, found.claim.regionCode);
  if (ctx.overseer.kind !== "operator" && isForOperatorsOnly(found.claim, found.village))
    throw new NotFoundError(TRUST_WORDS.claimGone);
  return found;
}

async function settle(
  { tx, audit }: DirectoryWrite,
  ctx: OversightCtx,
  claim: ClaimRow,
  { putusan, alasan }: DecisionInput,
): Promise<void> {
  const isAccepted = putusan === "terima";
  await tx
    .update(claims)
    .set({
      state: isAccepted ? "accepted" : "refused",
      decidedBy: ctx.overseer.overseerId,
      decidedAt: ctx.now.toISOString(),
      reason: alasan ?? null,
      version: sql`${claims.version} + 1`,
    })
    .where(and(eq(claims.id, claim.id), eq(claims.version, claim.version)));
  await audit({
    action: isAccepted ? "claim.accept" : "claim.refuse",
    entity: "claim",
    entityId: claim.id,
    villageId: claim.villageId,
    regencyCode: regencyOf(claim.regionCode),
    details: { kind: claim.kind, ...(alasan ? { reason: alasan } : {}) },
  });
}

/** Whoever was refused has time to ask again, and a village that was contested in vain to be verified. */
async function prolong({ tx }: DirectoryWrite, ctx: OversightCtx, village: VillageRow): Promise<void> {
  if (village.trust === "verified") return;
  const trialEndsAt = trialEndAfterDecision(village.trialEndsAt, ctx.now);
  await tx
    .update(villages)
    .set({ trialEndsAt, epoch: sql`${villages.epoch} + 1` })
    .where(eq(villages.id, village.id));
}
