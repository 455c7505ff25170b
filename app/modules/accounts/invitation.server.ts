import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, invitations } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import { areaPlace } from "./area.server.ts";
import { linkState } from "./link-rules.ts";
import { mayStill } from "./staff.server.ts";
import { LINK_WORDS } from "./words.ts";

export type Invitation = typeof invitations.$inferSelect;

/** An invitation with what its page shows besides. */
export interface FoundInvitation {
  invitation: Invitation;
  inviterState: "active" | "dismissed";
  inviterName: string;
  areaName: string | null;
}

/**
 * The invitation of a link, whatever its state.
 * @throws NotFoundError for a token that was never given out
 */
export async function getInvitation(db: VillageDb | VillageTx, token: string): Promise<FoundInvitation> {
  const [row] = await db
    .select({
      invitation: invitations,
      inviterState: accounts.state,
      inviterName: accounts.name,
      areaName: areaPlace,
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .leftJoin(areas, eq(areas.id, invitations.areaId))
    .where(eq(invitations.tokenHash, await sha256Hex(token)));
  if (!row) throw new NotFoundError(LINK_WORDS.unknown);
  return row;
}

/**
 * The invitation of a link that can still be accepted: whoever made it must be entitled to give positions today too.
 * @throws ConflictError with what became of it
 */
export async function getOpenInvitation(
  ctx: VillageCtx,
  db: VillageDb | VillageTx,
  token: string,
): Promise<FoundInvitation> {
  const found = await getInvitation(db, token);
  const state = stateOf(found.invitation, ctx.now);
  if (state !== "open") throw new ConflictError(LINK_WORDS[state]);
  const { invitedBy } = found.invitation;
  const isEntitled = found.inviterState === "active" && (await mayStill(ctx, db, "give", invitedBy, null));
  if (!isEntitled) throw new ConflictError(LINK_WORDS.inviterGone);
  return found;
}

/** Where an invitation stands. */
export function stateOf(invitation: Invitation, now: Date) {
  return linkState({ ...invitation, usedAt: invitation.acceptedAt }, now.toISOString());
}

/** Query for the invitations that wait for somebody, newest first. For a batch. */
export function selectOpenInvitations(ctx: VillageCtx) {
  return ctx.db
    .select({ invitation: invitations, areaName: areaPlace, invitedBy: accounts.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .leftJoin(areas, eq(areas.id, invitations.areaId))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now.toISOString()),
      ),
    )
    .orderBy(desc(invitations.id));
}

/** One invitation by id, with its area, for those who manage people; NotFoundError where there is none. */
export async function getInvitationById(
  db: VillageDb | VillageTx,
  id: string,
): Promise<Invitation & { areaName: string | null }> {
  const [row] = await db
    .select({ invitation: invitations, areaName: areaPlace })
    .from(invitations)
    .leftJoin(areas, eq(areas.id, invitations.areaId))
    .where(eq(invitations.id, id));
  if (!row) throw new NotFoundError(LINK_WORDS.unknown);
  return { ...row.invitation, areaName: row.areaName };
}
