import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { invalidateSessionsOf } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts, passwordResets, positionTerms } from "#db/village/schema/accounts.ts";
import { knownDevices, passkeys, recoveryCodes } from "#db/village/schema/security.ts";
import { getAccount } from "./position-term.server.ts";
import { revokeLinksOf } from "./revoke-links.server.ts";
import { changePeople, todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Closes somebody's account: his positions, sessions, second factors and the links that he gave out end at once. */
export async function dismissAccount(ctx: OfficeCtx, accountId: string): Promise<{ name: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const { name, state } = await getAccount(tx, accountId);
    if (state === "dismissed") throw new ConflictError(PEOPLE_WORDS.dismissed);
    await changePeople(ctx, tx, { action: "dismiss", targetId: accountId }, () =>
      closeAccount(ctx, tx, accountId, { staysActive: false }),
    );
    await audit({ action: "account.dismiss", entity: "account", entityId: accountId, details: { name } });
    return { name };
  });
}

/** Ends all that an account holds and may be opened by, in the transaction of who leaves; it may stay, without a post. */
export async function closeAccount(
  ctx: OfficeCtx,
  tx: VillageTx,
  accountId: string,
  { staysActive }: { staysActive: boolean },
): Promise<void> {
  const now = ctx.now.toISOString();
  if (!staysActive)
    await tx.update(accounts).set({ state: "dismissed", dismissedAt: now }).where(eq(accounts.id, accountId));
  await endTerms(tx, accountId, todayIn(ctx));
  await invalidateSessionsOf(tx, accountId);
  await revokeLinksOf(tx, accountId, now);
  await closeResets(tx, accountId, now);
  await removeSecondFactors(tx, accountId, now);
}

async function endTerms(tx: VillageTx, accountId: string, today: string): Promise<void> {
  const lasting = or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today));
  await tx
    .update(positionTerms)
    .set({ endsOn: today })
    .where(and(eq(positionTerms.accountId, accountId), lasting));
}

/** Links for a new password that others made for the account. */
async function closeResets(tx: VillageTx, accountId: string, revokedAt: string): Promise<void> {
  const open = and(
    eq(passwordResets.accountId, accountId),
    isNull(passwordResets.usedAt),
    isNull(passwordResets.revokedAt),
  );
  await tx.update(passwordResets).set({ revokedAt }).where(open);
}

/** Takes away everything by which an account may be opened besides its password; its devices are forgotten. */
export async function removeSecondFactors(tx: VillageTx, accountId: string, now: string): Promise<void> {
  const none = { totpSealed: null, totpConfirmedAt: null, totpLastStep: null };
  await tx.update(accounts).set(none).where(eq(accounts.id, accountId));
  await tx.delete(passkeys).where(eq(passkeys.accountId, accountId));
  await tx.delete(knownDevices).where(eq(knownDevices.accountId, accountId));
  const open = and(
    eq(recoveryCodes.accountId, accountId),
    isNull(recoveryCodes.usedAt),
    isNull(recoveryCodes.revokedAt),
  );
  await tx.update(recoveryCodes).set({ revokedAt: now }).where(open);
}
