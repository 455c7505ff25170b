import { and, asc, eq, ne } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { pathStatement, type RegionPath } from "#db/directory/regions.ts";
import { claimReplies, claims, claimTickets } from "#db/directory/schema/trust.ts";
import { getOwnClaim } from "./decide-claim.server.ts";
import { needsDecision } from "./queries.server.ts";
import { requireClaims } from "./require-claims.server.ts";
import { CLAIM_PHONE } from "./sealed-fields.ts";

/**
 * All that whoever decides must see of a claim: who asks and how to call him, the village as the directory knows it, what
 * it answered. Never what is in the village. Two round trips.
 */
export async function loadClaim(ctx: OversightCtx, claimId: string) {
  requireClaims(ctx);
  const { claim, village } = await getOwnClaim(ctx, ctx.directory, claimId);
  const isOther = and(
    eq(claims.villageId, claim.villageId),
    ne(claims.id, claim.id),
    eq(claims.state, "waiting"),
  );
  const [[path], replies, tickets, others] = await ctx.directory.batch([
    ctx.directory.all<RegionPath>(pathStatement(claim.regionCode)),
    ctx.directory
      .select()
      .from(claimReplies)
      .where(eq(claimReplies.claimId, claim.id))
      .orderBy(asc(claimReplies.at)),
    ctx.directory.select().from(claimTickets).where(eq(claimTickets.claimId, claim.id)),
    ctx.directory.select().from(claims).where(isOther),
  ]);
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
