import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { claimReplies, claims, listedOfficials, officialLists } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { regencyOf } from "./claim-rules.ts";
import { TRUST_WORDS } from "./words.ts";

export type VillageRow = typeof villages.$inferSelect;
export type ClaimRow = typeof claims.$inferSelect;
export type ReplyRow = typeof claimReplies.$inferSelect;

/** A village that exists; NotFoundError for an erased one too. */
export async function getVillage(db: DirectoryDb | DirectoryTx, villageId: string): Promise<VillageRow> {
  const [row] = await db
    .select()
    .from(villages)
    .where(and(eq(villages.id, villageId), ne(villages.state, "erased")));
  if (!row) throw new NotFoundError(TRUST_WORDS.villageGone);
  return row;
}

/** A claim with its village; null where that is erased by now. */
export async function getClaim(
  db: DirectoryDb | DirectoryTx,
  claimId: string,
): Promise<{ claim: ClaimRow; village: VillageRow | null }> {
  const [row] = await selectClaim(db, claimId);
  if (!row) throw new NotFoundError(TRUST_WORDS.claimGone);
  return row;
}

/** The statement of getClaim, for pages that send it with others. */
export function selectClaim(db: DirectoryDb | DirectoryTx, claimId: string) {
  return db
    .select({ claim: claims, village: villages })
    .from(claims)
    .leftJoin(villages, and(eq(villages.id, claims.villageId), ne(villages.state, "erased")))
    .where(eq(claims.id, claimId));
}

/** Holds that a claim is as its form showed it, and still to be decided. */
export function requireWaiting(claim: Pick<ClaimRow, "state" | "version">, version: number): void {
  if (claim.state !== "waiting" || claim.version !== version)
    throw new ConflictError(TRUST_WORDS.claimDecided);
}

/** A village's claims that wait: what a person has to decide, and what waits for the kabupaten's list. */
export function selectWaitingClaims(db: DirectoryDb | DirectoryTx, villageId: string) {
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.villageId, villageId), eq(claims.state, "waiting")))
    .orderBy(asc(claims.askedAt));
}

/** Claims over which a person has to decide: a wish to match the list waits for no one. */
export function needsDecision(claim: Pick<ClaimRow, "kind" | "basis" | "state">): boolean {
  return claim.state === "waiting" && (claim.kind === "contest" || claim.basis === "letter");
}

/** The officials of one village as its kabupaten's present list has them. */
export function selectListed(db: DirectoryDb | DirectoryTx, regionCode: string) {
  return db
    .select({
      nameKey: listedOfficials.nameKey,
      decreeKey: listedOfficials.decreeKey,
      phoneIndex: listedOfficials.phoneIndex,
    })
    .from(listedOfficials)
    .innerJoin(officialLists, eq(officialLists.id, listedOfficials.listId))
    .where(
      and(
        eq(listedOfficials.regionCode, regionCode),
        eq(officialLists.regencyCode, regencyOf(regionCode)),
        isNotNull(officialLists.inForceAt),
        isNull(officialLists.replacedAt),
      ),
    );
}

/** Contests of a village that shaped its state or will: waiting, accepted, refused. */
export function selectContests(db: DirectoryDb | DirectoryTx, villageId: string) {
  return db
    .select({ claim: claims, reply: claimReplies })
    .from(claims)
    .leftJoin(claimReplies, eq(claimReplies.claimId, claims.id))
    .where(and(eq(claims.villageId, villageId), eq(claims.kind, "contest")))
    .orderBy(asc(claims.askedAt), asc(claimReplies.at));
}

/** The accepted contest under which a village is to be erased, or null. */
export async function findAcceptedContest(
  db: DirectoryDb | DirectoryTx,
  villageId: string,
): Promise<ClaimRow | null> {
  const [row] = await db
    .select()
    .from(claims)
    .where(and(eq(claims.villageId, villageId), eq(claims.kind, "contest"), eq(claims.state, "accepted")));
  return row ?? null;
}
