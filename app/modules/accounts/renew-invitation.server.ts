import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newToken, sha256Hex } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { invitations } from "#db/village/schema/accounts.ts";
import { getInvitationById, stateOf } from "./invitation.server.ts";
import type { MadeLink } from "./invite-person.server.ts";
import { INVITATION_DAYS, linkExpiry } from "./link-rules.ts";
import { INVITATION_PHONE } from "./sealed-fields.ts";
import { changePeople } from "./staff.server.ts";
import { LINK_WORDS } from "./words.ts";

/** Makes a new link for an invitation that nobody has accepted; the old link dies, the 7 days start anew. */
export async function renewInvitation(ctx: OfficeCtx, id: string): Promise<MadeLink> {
  requirePermission(ctx, "people.invite");
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const made = await write(ctx, async ({ tx, audit }) => {
    const invitation = await getInvitationById(tx, id);
    const state = stateOf(invitation, ctx.now);
    if (state !== "open" && state !== "expired") throw new ConflictError(LINK_WORDS.notOpen);
    await changePeople(ctx, tx, { action: "give", targetId: null }, async () => {
      const expiresAt = linkExpiry(ctx.now, INVITATION_DAYS);
      // Whoever renews it answers for it: the link must not die with the one who invited first.
      const invitedBy = ctx.actor.accountId;
      await tx.update(invitations).set({ tokenHash, expiresAt, invitedBy }).where(eq(invitations.id, id));
    });
    // As for a new password: the button for WhatsApp holds the number, which another may have typed.
    if (invitation.phoneSealed ?? invitation.phone)
      await recordAccess(tx, ctx, {
        kind: "reveal",
        what: INVITATION_PHONE.field,
        subject: "invitation",
        subjectId: id,
      });
    const details = { name: invitation.name };
    await audit({ action: "invitation.renew", entity: "invitation", entityId: id, details });
    return { tokenHash };
  });
  return { id, token: made.tokenHash === tokenHash ? token : null };
}
