import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { invitations, positionTerms } from "#db/village/schema/accounts.ts";
import type { FoundInvitation } from "./invitation.server.ts";
import { findClash, periodOf } from "./offices.server.ts";
import { tellLeaders } from "./tell-leaders.server.ts";
import { LINK_WORDS, PEOPLE_WORDS } from "./words.ts";

type NewTerm = Pick<
  typeof positionTerms.$inferInsert,
  "accountId" | "position" | "status" | "areaId" | "startsOn" | "decree"
>;

/**
 * Lets somebody hold a position from a day on.
 * @returns id of the term
 * @throws FieldError at `jabatan` where he holds the same, for the same area, in days that overlap, or where the office
 * is another's then
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
  if (held) throw new FieldError("jabatan", PEOPLE_WORDS.alreadyHeld(periodOf(held)));
  const clash = await findClash(ctx, tx, { ...term, endsOn: null });
  if (clash) throw new FieldError("jabatan", clash);
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
  try {
    await startTerm(ctx, tx, { accountId, position, status, areaId, startsOn });
  } catch (error) {
    // Who accepts can't mend what the invitation says.
    if (error instanceof FieldError) throw new ConflictError(LINK_WORDS.cannotTake(error.message));
    throw error;
  }
  await tellLeaders(ctx, tx, { kind: "joined", id, by: inviterName, name, position, status, accountId });
  await tx
    .update(invitations)
    .set({ acceptedAt: ctx.now.toISOString(), acceptedBy: accountId })
    .where(eq(invitations.id, id));
}
