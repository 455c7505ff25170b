import { and, eq, ne, sql } from "drizzle-orm";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { DirectoryWrite } from "#app/platform/write-directory.ts";
import { formatDate } from "#app/ui/format.ts";
import { claims, claimTickets } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { contestErasesAt, ticketExpiry } from "./claim-rules.ts";
import type { ClaimRow, VillageRow } from "./queries.server.ts";
import { TRUST_WORDS } from "./words.ts";

export interface AcceptedContest {
  claim: ClaimRow;
  village: VillageRow;
  /** Who decides. */
  by: string;
  /** SHA-256 of the winner's ticket. */
  tokenHash: string;
}

/**
 * The former village is suspended at once and erased after the days in which it may object; whatever else waits about it
 * is refused; the winner gets a ticket with which alone the region may be signed up. Part of a transaction.
 */
export async function acceptContest(
  { tx, audit }: DirectoryWrite,
  now: Date,
  { claim, village, by, tokenHash }: AcceptedContest,
): Promise<void> {
  if (village.state === "provisioning") throw new ConflictError(TRUST_WORDS.notYetReady);
  const erasesAt = contestErasesAt(village, now);
  await tx
    .update(villages)
    .set({
      state: "suspended",
      suspendedAt: now.toISOString(),
      suspendedReason: TRUST_WORDS.suspendedByContest(
        formatDate(dayIn(village.timeZone, new Date(erasesAt))),
      ),
      trialEndsAt: erasesAt,
      epoch: sql`${villages.epoch} + 1`,
    })
    .where(eq(villages.id, village.id));
  await refuseOthers(tx, now, claim, by);
  await tx.insert(claimTickets).values({
    id: newId(now),
    tokenHash,
    claimId: claim.id,
    regionCode: village.regionCode,
    expiresAt: ticketExpiry(erasesAt),
  });
  await audit({
    action: "village.suspend",
    entity: "village",
    entityId: village.id,
    villageId: village.id,
    details: { because: "contest", claimId: claim.id, erasesAt },
  });
}

function refuseOthers(tx: DirectoryWrite["tx"], now: Date, accepted: ClaimRow, by: string) {
  const isOther = and(
    eq(claims.villageId, accepted.villageId),
    eq(claims.state, "waiting"),
    ne(claims.id, accepted.id),
  );
  return tx
    .update(claims)
    .set({
      state: "refused",
      decidedBy: by,
      decidedAt: now.toISOString(),
      reason: TRUST_WORDS.refusedByContest,
      version: sql`${claims.version} + 1`,
    })
    .where(isOther);
}
