import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { overseerInvitations } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { requireManager } from "./list-overseers.server.ts";
import { invitationState, selectInvitations } from "./overseer-invitations.server.ts";
import { manages } from "./people-rules.ts";
import { INVITATION_WORDS } from "./words.ts";

/** One invitation for somebody whom the actor would manage; NotFoundError for any other. */
export async function getManagedInvitation(ctx: OversightCtx, db: DirectoryDb | DirectoryTx, id: string) {
  const actor = requireManager(ctx);
  const [row] = await selectInvitations(db).where(eq(overseerInvitations.id, id));
  if (!row || !manages(actor, row.invitation)) throw new NotFoundError(INVITATION_WORDS.unknown);
  return row;
}

/** Ends an invitation that nobody has accepted yet. */
export async function revokeOverseerInvitation(ctx: OversightCtx, id: string): Promise<{ name: string }> {
  requireManager(ctx);
  return writeDirectory(ctx, async ({ tx, audit }) => {
    const { invitation } = await getManagedInvitation(ctx, tx, id);
    if (invitationState(invitation, ctx.now) !== "open") throw new ConflictError(INVITATION_WORDS.notOpen);
    const revokedAt = ctx.now.toISOString();
    await tx.update(overseerInvitations).set({ revokedAt }).where(eq(overseerInvitations.id, id));
    const { name, kind, regencyCode } = invitation;
    const entry = { action: "overseer.revoke-invitation", entity: "overseer-invitation", entityId: id };
    await audit({ ...entry, regencyCode, details: { name, kind } });
    return { name };
  });
}
