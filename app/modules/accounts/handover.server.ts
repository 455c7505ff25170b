import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { HandoverPart } from "#app/platform/handover.ts";
import { reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { invitations } from "#db/village/schema/accounts.ts";
import { mayManagePeople } from "./people-rules.ts";
import { selectStaff, staffOf, todayIn } from "./staff.server.ts";
import { HANDOVER_WORDS, positionTitle } from "./words.ts";

/** Invitations that wait: they go on in the name of the successor, where he may invite; else they end. */
export const accountsHandover: HandoverPart = {
  read: (ctx, accountId) =>
    reading([selectOwnInvitations(ctx.db, accountId, ctx.now)], ([rows]) =>
      rows.map(({ id, name, position, status }) => ({
        key: `invitation:${id}`,
        href: `/kantor/perangkat/undangan/${id}`,
        title: HANDOVER_WORDS.invitation(name, positionTitle(position, status)),
        meta: HANDOVER_WORDS.invitationMeta,
      })),
    ),

  handOver: async (ctx, { tx, audit }, { fromId, toId, toName }) => {
    const open = await selectOwnInvitations(tx, fromId, ctx.now);
    if (open.length === 0) return 0;
    const mayInvite = mayManagePeople(toId, staffOf(await selectStaff(tx)), todayIn(ctx));
    const ids = open.map(({ id }) => id);
    const change = mayInvite ? { invitedBy: toId } : { revokedAt: ctx.now.toISOString() };
    await tx.update(invitations).set(change).where(inArray(invitations.id, ids));
    for (const { id, name, position, status } of open) {
      const action = mayInvite ? "invitation.hand-over" : "invitation.revoke";
      const details = { name, position, status, kepada: toName };
      await audit({ action, entity: "invitation", entityId: id, details });
    }
    return mayInvite ? ids.length : 0;
  },
};

function selectOwnInvitations(db: VillageDb | VillageTx, accountId: string, now: Date) {
  return db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.invitedBy, accountId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now.toISOString()),
      ),
    );
}
