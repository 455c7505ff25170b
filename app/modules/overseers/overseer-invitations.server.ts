import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { PortalCtx } from "#app/context.ts";
import { linkExpiry, linkState } from "#app/modules/accounts/link-rules.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { type DirectoryWriter, writeDirectory } from "#app/platform/write-directory.ts";
import { overseerInvitations, overseers } from "#db/directory/schema/overseers.ts";
import { regions } from "#db/directory/schema/regions.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { INVITATION_WORDS } from "./words.ts";

/** Shorter than a village's: whoever holds the link gets far. */
export const OVERSEER_INVITATION_DAYS = 3;

export type OverseerInvitation = typeof overseerInvitations.$inferSelect;

/** Whom an invitation is for. */
export interface Invited {
  name: string;
  kind: "operator" | "kabupaten";
  regencyCode: string | null;
  isAdmin: boolean;
}

/** A link just made. Its token is stored nowhere; null where the same form was sent twice. */
export interface MadeInvitation {
  id: string;
  token: string | null;
}

/**
 * Makes a link by which somebody joins above the villages, once, within three days. The caller has checked that the
 * writer may invite this person; a command invites as nobody.
 */
export async function makeOverseerInvitation(
  ctx: DirectoryWriter,
  invited: Invited,
): Promise<MadeInvitation> {
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const made = await writeDirectory(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    await tx.insert(overseerInvitations).values({
      ...invited,
      id,
      tokenHash,
      invitedBy: ctx.overseer?.overseerId ?? null,
      createdAt: ctx.now.toISOString(),
      expiresAt: linkExpiry(ctx.now, OVERSEER_INVITATION_DAYS),
    });
    const { name, kind, regencyCode, isAdmin } = invited;
    const entry = { action: "overseer.invite", entity: "overseer-invitation", entityId: id, regencyCode };
    await audit({ ...entry, details: { name, kind, isAdmin } });
    return { id, tokenHash };
  });
  return { id: made.id, token: made.tokenHash === tokenHash ? token : null };
}

const inviter = alias(overseers, "inviter");

/**
 * The invitation of a link that can still be accepted, with the name of its kabupaten.
 * @throws NotFoundError for a token that was never given out; ConflictError with what became of it
 */
export async function getOpenOverseerInvitation(db: DirectoryDb | DirectoryTx, token: string, now: Date) {
  const found = await getOverseerInvitation(db, token);
  const state = invitationState(found.invitation, now);
  if (state !== "open") throw new ConflictError(INVITATION_WORDS[state]);
  if (found.inviterState === "dismissed") throw new ConflictError(INVITATION_WORDS.inviterGone);
  return found;
}

/** The invitation of a link, whatever its state; NotFoundError for a token that was never given out. */
export async function getOverseerInvitation(db: DirectoryDb | DirectoryTx, token: string) {
  const [row] = await selectInvitations(db).where(eq(overseerInvitations.tokenHash, await sha256Hex(token)));
  if (!row) throw new NotFoundError(INVITATION_WORDS.unknown);
  return row;
}

/** Query for invitations with kabupaten and inviter. */
export function selectInvitations(db: DirectoryDb | DirectoryTx) {
  return db
    .select({ invitation: overseerInvitations, regencyName: regions.name, inviterState: inviter.state })
    .from(overseerInvitations)
    .leftJoin(inviter, eq(inviter.id, overseerInvitations.invitedBy))
    .leftJoin(regions, eq(regions.code, overseerInvitations.regencyCode));
}

/** Query for the invitations that wait for somebody, newest first. For a batch. */
export function selectOpenInvitations(ctx: PortalCtx) {
  return selectInvitations(ctx.directory)
    .where(
      and(
        isNull(overseerInvitations.acceptedAt),
        isNull(overseerInvitations.revokedAt),
        gt(overseerInvitations.expiresAt, ctx.now.toISOString()),
      ),
    )
    .orderBy(desc(overseerInvitations.id));
}

/** Where an invitation stands. */
export function invitationState(invitation: OverseerInvitation, now: Date) {
  return linkState({ ...invitation, usedAt: invitation.acceptedAt }, now.toISOString());
}
