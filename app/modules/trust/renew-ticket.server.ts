import { and, eq, isNull } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newToken, sha256Hex } from "#app/platform/ids.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claimTickets } from "#db/directory/schema/trust.ts";
import { TICKET_DAYS } from "./claim-rules.ts";
import { getOwnClaim } from "./decide-claim.server.ts";
import { requireClaims } from "./require-claims.server.ts";
import { after } from "./trial-rules.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Makes a new ticket for the winner of a contest in the place of the one that was lost, which is worth nothing from now on.
 * @returns the token; null where the same form was sent twice
 * @throws ConflictError where it was used, or the contest is not accepted (any more)
 */
export async function renewTicket(ctx: OversightCtx, claimId: string): Promise<string | null> {
  requireClaims(ctx);
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const made = await writeDirectory(ctx, async ({ tx, audit }) => {
    const { claim } = await getOwnClaim(ctx, tx, claimId);
    if (claim.kind !== "contest" || claim.state !== "accepted")
      throw new ConflictError(TRUST_WORDS.ticketUsed);
    const isOpen = and(eq(claimTickets.claimId, claimId), isNull(claimTickets.usedAt));
    const [ticket] = await tx.select().from(claimTickets).where(isOpen);
    if (!ticket) throw new ConflictError(TRUST_WORDS.ticketUsed);
    const earliest = after(ctx.now, TICKET_DAYS);
    const expiresAt = ticket.expiresAt > earliest ? ticket.expiresAt : earliest;
    await tx.update(claimTickets).set({ tokenHash, expiresAt }).where(isOpen);
    const entity = { entity: "claim", entityId: claimId, villageId: claim.villageId };
    await audit({ ...entity, action: "claim.renew-ticket" });
    return tokenHash;
  });
  return made === tokenHash ? token : null;
}
