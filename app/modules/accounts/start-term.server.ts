import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { invitations, positionTerms } from "#db/village/schema/accounts.ts";
import type { FoundInvitation } from "./invitation.server.ts";
import { tellLeaders } from "./tell-leaders.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

type NewTerm = Pick<
  typeof positionTerms.$inferInsert,
  "accountId" | "position" | "status" | "areaId" | "startsOn" | "decree"
>;

/**
 * Lets somebody hold a position from a day on.
 * @returns id of the term
 * @throws ConflictError where he holds the same, for the same area, on that day already
 */
export async function startTerm(ctx: VillageCtx, tx: VillageTx, term: NewTerm): Promise<string> {
  const areaId = term.areaId ?? null;
  const [held] = await tx
    .select()
    .from(positionTerms)
    .where(
      and(
        eq(positionTerms.accountId, term.accountId),
        eq(positionTerms.position, term.position),
        areaId ? eq(positionTerms.areaId, areaId) : isNull(positionTerms.areaId),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, term.startsOn)),
      ),
    );
  if (held) throw new ConflictError(PEOPLE_WORDS.alreadyHeld);
  const id = newId(ctx.now);
  await tx.insert(positionTerms).values({ ...term, id, createdAt: ctx.now.toISOString() });
  return id;
}

/** Gives the invitation's position to an account and marks the invitation as used. */
export async function settleInvitation(
  ctx: VillageCtx,
  tx: VillageTx,
  { invitation, inviterName }: Pick<FoundInvitation, "invitation" | "inviterName">,
  accountId: string,
): Promise<void> {
  const { id, name, position, status, areaId, startsOn } = invitation;
  await startTerm(ctx, tx, { accountId, position, status, areaId, startsOn });
  await tellLeaders(ctx, tx, { kind: "joined", id, by: inviterName, name, position, status, accountId });
  await tx
    .update(invitations)
    .set({ acceptedAt: ctx.now.toISOString(), acceptedBy: accountId })
    .where(eq(invitations.id, id));
}
