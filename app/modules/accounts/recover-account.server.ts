import { and, eq, like, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { invalidateSessionsOf, newSession } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { recoveryCodes } from "#db/village/schema/security.ts";
import { forgetStrangers } from "./attempts.server.ts";
import { openContact } from "./contact.server.ts";
import { removeSecondFactors } from "./dismiss-account.server.ts";
import type { SetPasswordInput } from "./input.ts";
import { linkState } from "./link-rules.ts";
import { hashChosenPassword } from "./new-password.server.ts";
import { asNewcomer } from "./newcomer.ts";
import { signingBlockedUntil } from "./recovery-rules.ts";
import { signInAgain } from "./sign-in.server.ts";
import { type SignedIn, startSessionIn } from "./start-session.server.ts";
import { FROM_ABOVE_WORDS, LINK_WORDS } from "./words.ts";

/**
 * The account that a link from above lets in again.
 * @throws NotFoundError for a token that was never given out
 */
async function getRecovery(db: VillageDb | VillageTx, token: string) {
  const isFromAbove = or(
    like(recoveryCodes.givenBy, "operator:%"),
    like(recoveryCodes.givenBy, "kabupaten:%"),
  );
  const [row] = await db
    .select({ recovery: recoveryCodes, account: accounts })
    .from(recoveryCodes)
    .innerJoin(accounts, eq(accounts.id, recoveryCodes.accountId))
    .where(and(eq(recoveryCodes.codeHash, await sha256Hex(token)), isFromAbove));
  if (!row) throw new NotFoundError(LINK_WORDS.unknown);
  return row;
}

/** The same, where the link still works; else ConflictError. */
export async function getOpenRecovery(db: VillageDb | VillageTx, token: string, now: Date) {
  const row = await getRecovery(db, token);
  const isOpen = linkState(row.recovery, now.toISOString()) === "open" && row.account.state === "active";
  if (!isOpen) throw new ConflictError(FROM_ABOVE_WORDS.dead);
  return row;
}

/**
 * Lets an account in again by a link from above: a new password, no second factor, all sessions ended, and nothing to be
 * signed for a day from now.
 */
export async function recoverAccount(
  ctx: VillageCtx,
  { token, device }: { token: string; device: Device },
  input: SetPasswordInput,
): Promise<SignedIn> {
  const { recovery, account } = await getRecovery(ctx.db, token);
  if (recovery.usedAt) {
    const again = await signInAgain(ctx, account.id, input.kata_sandi, device);
    if (!again) throw new ConflictError(FROM_ABOVE_WORDS.dead);
    return again;
  }
  const known = { ...account, ...(await openContact(ctx.keys, account)) };
  const passwordHash = await hashChosenPassword("kata_sandi", input.kata_sandi, known, ctx.tenant);
  const { token: sessionToken, row } = await newSession(account.id, device.name, ctx.now);
  const person = { accountId: account.id, sessionId: row.id, name: account.name };
  const started = await write(asNewcomer(ctx, person), async ({ tx, audit }) => {
    await getOpenRecovery(tx, token, ctx.now);
    const now = ctx.now.toISOString();
    await tx.update(recoveryCodes).set({ usedAt: now }).where(eq(recoveryCodes.id, recovery.id));
    const renewed = { passwordHash, signingBlockedUntil: signingBlockedUntil(ctx.now) };
    await tx.update(accounts).set(renewed).where(eq(accounts.id, account.id));
    await removeSecondFactors(tx, account.id, now);
    await invalidateSessionsOf(tx, account.id);
    const session = await startSessionIn(ctx, tx, row, device);
    await audit({ action: "account.recover", entity: "account", entityId: account.id });
    return session;
  });
  await forgetStrangers(ctx, account.id);
  return { ...started, token: sessionToken, accountId: account.id };
}
