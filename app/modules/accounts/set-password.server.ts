import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { invalidateSessionsOf, newSession } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, passwordResets } from "#db/village/schema/accounts.ts";
import { forgetStrangers } from "./attempts.server.ts";
import { openContact } from "./contact.server.ts";
import type { SetPasswordInput } from "./input.ts";
import { linkState } from "./link-rules.ts";
import { hashChosenPassword } from "./new-password.server.ts";
import { asNewcomer } from "./newcomer.ts";
import { signInAgain } from "./sign-in.server.ts";
import { mayStill } from "./staff.server.ts";
import { type SignedIn, startSessionIn } from "./start-session.server.ts";
import { LINK_WORDS } from "./words.ts";

/**
 * The account that a link for a new password belongs to.
 * @throws NotFoundError for a token that was never given out
 */
export async function getPasswordReset(db: VillageDb | VillageTx, token: string) {
  const [row] = await db
    .select({ reset: passwordResets, account: accounts })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(eq(passwordResets.tokenHash, await sha256Hex(token)));
  if (!row) throw new NotFoundError(LINK_WORDS.unknown);
  return row;
}

/** The same, where the link still works and its maker could make it today too; else ConflictError. */
export async function getOpenPasswordReset(ctx: VillageCtx, db: VillageDb | VillageTx, token: string) {
  const row = await getPasswordReset(db, token);
  const { reset, account } = row;
  const isOpen = linkState(reset, ctx.now.toISOString()) === "open" && account.state === "active";
  if (!isOpen) throw new ConflictError(LINK_WORDS.resetDead);
  if (!(await mayStill(ctx, db, "reset-password", reset.createdBy, account.id)))
    throw new ConflictError(LINK_WORDS.resetMakerGone);
  return row;
}

/** Sets a new password by a one-time link: all sessions of the account end, one starts here. */
export async function setPassword(
  ctx: VillageCtx,
  { token, device }: { token: string; device: Device },
  input: SetPasswordInput,
): Promise<SignedIn> {
  const { reset, account } = await getPasswordReset(ctx.db, token);
  if (reset.usedAt) {
    const again = await signInAgain(ctx, account.id, input.kata_sandi, device);
    if (!again) throw new ConflictError(LINK_WORDS.resetDead);
    return again;
  }
  const known = { ...account, ...(await openContact(ctx.keys, account)) };
  const passwordHash = await hashChosenPassword("kata_sandi", input.kata_sandi, known, ctx.tenant);
  const { token: sessionToken, row } = await newSession(account.id, device.name, ctx.now);
  const person = { accountId: account.id, sessionId: row.id, name: account.name };
  const started = await write(asNewcomer(ctx, person), async ({ tx, audit }) => {
    await getOpenPasswordReset(ctx, tx, token);
    const usedAt = ctx.now.toISOString();
    await tx.update(passwordResets).set({ usedAt }).where(eq(passwordResets.id, reset.id));
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.id));
    await invalidateSessionsOf(tx, account.id);
    const session = await startSessionIn(ctx, tx, row, device);
    await audit({ action: "account.set-password", entity: "account", entityId: account.id });
    return session;
  });
  await forgetStrangers(ctx, account.id);
  return { ...started, token: sessionToken, accountId: account.id };
}
