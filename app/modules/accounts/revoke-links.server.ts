import { and, eq, isNull } from "drizzle-orm";
import type { VillageTx } from "#db/open.ts";
import { invitations, passwordResets } from "#db/village/schema/accounts.ts";
import { recoveryCodes } from "#db/village/schema/security.ts";

/**
 * Kills every link and code that somebody gave out and nobody has used: who may no longer decide about people must not
 * do so by what he kept.
 * @param revokedAt ISO 8601
 */
export async function revokeLinksOf(tx: VillageTx, accountId: string, revokedAt: string): Promise<void> {
  const made = and(
    eq(invitations.invitedBy, accountId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );
  await tx.update(invitations).set({ revokedAt }).where(made);
  const resets = and(
    eq(passwordResets.createdBy, accountId),
    isNull(passwordResets.usedAt),
    isNull(passwordResets.revokedAt),
  );
  await tx.update(passwordResets).set({ revokedAt }).where(resets);
  const codes = and(
    eq(recoveryCodes.givenBy, accountId),
    isNull(recoveryCodes.usedAt),
    isNull(recoveryCodes.revokedAt),
  );
  await tx.update(recoveryCodes).set({ revokedAt }).where(codes);
}
