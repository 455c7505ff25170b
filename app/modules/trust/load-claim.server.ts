import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { pathStatement, type RegionPath } from "#db/directory/regions.ts";
import { claimReplies, claims, claimTickets } from "#db/directory/schema/trust.ts";
import { requireOwnClaim } from "./decide-claim.server.ts";
import { needsDecision, selectClaim } from "./queries.server.ts";
import { requireClaims } from "./require-claims.server.ts";
import { CLAIM_PHONE } from "./sealed-fields.ts";

/**
 * All that whoever decides must see of a claim: who asks and how to call him, the village as the directory knows it, what
 * it answered. Never what is in the village. One round trip.
 */
export async function loadClaim(ctx: OversightCtx, claimId: string) {
  requireClaims(ctx);
  const isOther = and(
    sql`${claims.villageId} = (SELECT village_id FROM claims WHERE id = ${claimId})`,
    ne(claims.id, claimId),
    eq(claims.state, "waiting"),
  );
  const regionCode = sql`(SELECT region_code FROM claims WHERE id = ${claimId})`;
  const [[found], [path], replies, tickets, others] = await ctx.directory.batch([
    selectClaim(ctx.directory, claimId),
    ctx.directory.all<RegionPath>(pathStatement(regionCode)),
    ctx.directory
      .select()
      .from(claimReplies)
      .where(eq(claimReplies.claimId, claimId))
      .orderBy(asc(claimReplies.at)),
    ctx.directory.select().from(claimTickets).where(eq(claimTickets.claimId, claimId)),
    ctx.directory.select().from(claims).where(isOther),
  ]);
  const { claim, village } = requireOwnClaim(ctx, found);
  const { id, kind, name, position, decree, statement, state, askedAt, decidedAt, reason, version } = claim;
  const ticket = tickets[0];
  return {
    claim: { id, kind, name, position, decree, statement, state, askedAt, decidedAt, reason, version },
    hasLetter: claim.letterKey !== null,
    phone: await openPhone(ctx, claim.phoneSealed),
    village: village && {
      id: village.id,
      name: village.name,
      state: village.state,
      isVerified: village.trust === "verified",
      createdAt: village.createdAt,
      endsAt: village.trialEndsAt,
    },
    place: path
      ? [path.name, `Kec. ${path.kecamatan}`, path.kabupaten, path.provinsi].join(", ")
      : claim.regionCode,
    regionCode: claim.regionCode,
    replies: replies.map(({ letterKey, letterType: _, villageId: __, ...reply }) => ({
      ...reply,
      hasLetter: letterKey !== null,
    })),
    others: others.filter(needsDecision).map((each) => ({ id: each.id, kind: each.kind, name: each.name })),
    ticket: ticket && { tokenHash: ticket.tokenHash, usedAt: ticket.usedAt, expiresAt: ticket.expiresAt },
    zone: village?.timeZone ?? ("WIB" as const),
  };
}

/** Empty once the claim was forgotten. */
async function openPhone({ directoryKeys }: OversightCtx, sealed: string): Promise<string | null> {
  if (sealed === "") return null;
  try {
    return await directoryKeys.open(CLAIM_PHONE, sealed);
  } catch {
    throw new ConflictError("Nomor telepon permintaan ini tidak dapat dibuka. Hubungi pengelola Balai.");
  }
}
