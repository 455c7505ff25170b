import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { invitations } from "#db/village/schema/accounts.ts";
import { getInvitationById, stateOf } from "./invitation.server.ts";
import { changePeople } from "./staff.server.ts";
import { LINK_WORDS } from "./words.ts";

/** Takes an invitation back before it is accepted. */
export async function revokeInvitation(ctx: OfficeCtx, id: string): Promise<{ name: string }> {
  requirePermission(ctx, "people.invite");
  return write(ctx, async ({ tx, audit }) => {
    const invitation = await getInvitationById(tx, id);
    const state = stateOf(invitation, ctx.now);
    if (state === "used" || state === "revoked") throw new ConflictError(LINK_WORDS.notOpen);
    await changePeople(ctx, tx, { action: "give", targetId: null }, async () => {
      await tx.update(invitations).set({ revokedAt: ctx.now.toISOString() }).where(eq(invitations.id, id));
    });
    const { name } = invitation;
    await audit({ action: "invitation.revoke", entity: "invitation", entityId: id, details: { name } });
    return { name };
  });
}
