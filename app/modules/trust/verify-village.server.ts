import { and, eq, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { type DirectoryWrite, type DirectoryWriter, writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { getVillage, type VillageRow } from "./queries.server.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/** On what a verification rests, as the audit tells it. */
export type VerificationBasis = "list" | "letter" | "by-hand";

/**
 * Opens a village's public side: the epoch grows, so that cached answers fall away, its trial ends, and what still
 * waits for verification is settled. Part of a transaction.
 * @throws ConflictError where the village is verified, suspended or on its way out by now
 */
export async function markVerified(
  { tx, audit }: DirectoryWrite,
  now: Date,
  village: Pick<VillageRow, "id" | "regionCode">,
  details: { basis: VerificationBasis; claimId?: string },
): Promise<void> {
  const isTrying = and(
    eq(villages.id, village.id),
    eq(villages.trust, "unverified"),
    eq(villages.state, "active"),
  );
  const changed = await tx
    .update(villages)
    .set({
      trust: "verified",
      verifiedAt: now.toISOString(),
      trialEndsAt: null,
      epoch: sql`${villages.epoch} + 1`,
    })
    .where(isTrying)
    .returning({ id: villages.id });
  if (changed.length === 0) throw new ConflictError(TRUST_WORDS.villageChanged);
  await settleVerifications(tx, now, village.id);
  await scheduleTrust(tx, now, village.id);
  await audit({
    action: "village.verify",
    entity: "village",
    entityId: village.id,
    villageId: village.id,
    details,
  });
}

function settleVerifications(tx: DirectoryWrite["tx"], now: Date, villageId: string) {
  const waits = and(
    eq(claims.villageId, villageId),
    eq(claims.kind, "verification"),
    eq(claims.state, "waiting"),
  );
  return tx
    .update(claims)
    .set({
      state: "withdrawn",
      decidedAt: now.toISOString(),
      decidedBy: "Balai",
      reason: TRUST_WORDS.withdrawnByVerification,
      version: sql`${claims.version} + 1`,
    })
    .where(waits);
}

/**
 * Verifies a village without a claim: the operator knows it. The console's verb asks for the permission first; the
 * command line has none.
 * @returns false where it was verified already; nothing changes then
 * @throws NotFoundError, ConflictError for a suspended village
 */
export async function verifyVillage(
  ctx: DirectoryWriter & Pick<BaseCtx, "queue">,
  villageId: string,
): Promise<boolean> {
  const village = await getVillage(ctx.directory, villageId);
  if (village.trust === "verified") return false;
  await writeDirectory(ctx, async (write) => {
    await markVerified(write, ctx.now, village, { basis: "by-hand" });
    return village.id;
  });
  await wakeTrust(ctx, village.id);
  return true;
}
