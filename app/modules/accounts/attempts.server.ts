import { eq, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import {
  type Attempts,
  countAttempt,
  forgetAttempt,
  giveAttemptBack,
  refuseLocked,
  unlessLocked,
} from "#app/platform/attempts.ts";
import { type AuditEntry, auditRow } from "#app/platform/audit.ts";
import type { Device } from "#app/platform/http/device.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { accounts, auditLog, signInAttempts } from "#db/village/schema/accounts.ts";
import { knownDevices } from "#db/village/schema/security.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** Strict per account, lenient per address: a town or a hall shares one. */
export const ATTEMPT_LIMITS = { account: 8, address: 100 };

type Account = typeof accounts.$inferSelect;

/** Whose password is tried: how to find the account, and under which name it counts where there is none. */
export interface Guess {
  where: SQL;
  name: string;
  password: string;
  /** From which an account may have signed in before: its tries count apart from those of strangers. */
  device?: Device;
}

/**
 * One try at a password, in one round trip. The try is counted before anything is hashed, in one statement per subject,
 * so that tries at the same moment all count; a right one is forgotten by `forgetAttempts`. An unknown name costs the
 * same time and gives the same answer as a wrong password. Tries from a device that the account knows count by
 * themselves: strangers lock out strangers, and not the owner at his own phone.
 * @returns the account where the password is right and the account active, else null
 * @throws LimitError over the limit
 */
export async function tryPassword(ctx: VillageCtx, guess: Guess): Promise<Account | null> {
  const attempts = attemptsOf(ctx);
  const hash = guess.device ? await sha256Hex(guess.device.token) : "";
  const id = sql`(SELECT ${accounts.id} FROM ${accounts} WHERE ${guess.where})`;
  const isKnown = sql`EXISTS (SELECT 1 FROM ${knownDevices}
    WHERE ${knownDevices.accountId} = ${id} AND ${knownDevices.deviceHash} = ${hash})`;
  const byName = sql`CASE WHEN ${isKnown} THEN 'device:' || ${id} || ':' || ${hash}
    ELSE 'account:' || coalesce(${id}, ${guess.name}) END`;
  const byPlace = sql`CASE WHEN ${isKnown} THEN 'known:' ELSE 'address:' END || ${networkOf(ctx.address)}`;
  const place = { subject: byPlace, limit: ATTEMPT_LIMITS.address };
  const [found, [ofAddress], [ofAccount]] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(guess.where),
    countAttempt(attempts, place.subject, place.limit),
    countAttempt(attempts, unlessLocked(attempts, place, byName), ATTEMPT_LIMITS.account),
  ]);
  refuseLocked(ctx.now, ofAddress, ATTEMPT_LIMITS.address, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, ofAccount, ATTEMPT_LIMITS.account, SIGN_IN_WORDS.locked);
  const account = found[0];
  const isRight = await verifyPassword(guess.password, account?.passwordHash || DECOY_HASH);
  if (account && isRight && account.state === "active") return account;
  if (account && ofAccount?.failures === ATTEMPT_LIMITS.account) await recordLock(ctx, account);
  if (ofAddress?.failures === ATTEMPT_LIMITS.address) await recordLock(ctx, null);
  return null;
}

/**
 * The same for the actor himself, behind the idle lock or before something weighty: counted by his session alone, so
 * that no stranger at the sign-in page can shut him out.
 */
export async function tryOwnPassword(ctx: OfficeCtx, password: string): Promise<Account | null> {
  const { accountId, sessionId } = ctx.actor;
  const subject = sql`${`session:${sessionId}`}`;
  const [found, [counter]] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    countAttempt(attemptsOf(ctx), subject, ATTEMPT_LIMITS.account),
  ]);
  refuseLocked(ctx.now, counter, ATTEMPT_LIMITS.account, SIGN_IN_WORDS.locked);
  const [account] = found;
  const isRight = await verifyPassword(password, account?.passwordHash || DECOY_HASH);
  if (account && isRight && account.state === "active") return account;
  if (account && counter?.failures === ATTEMPT_LIMITS.account) await recordLock(ctx, account);
  return null;
}

/** After a right `tryOwnPassword`: a statement for a batch. */
export function forgetOwnAttempts(ctx: OfficeCtx) {
  return forgetAttempt(attemptsOf(ctx), `session:${ctx.actor.sessionId}`);
}

/** For the batch after a right password: the account's count is forgotten, the address gets this one try back. */
export async function forgetAttempts(ctx: VillageCtx, accountId: string, device: Device) {
  const attempts = attemptsOf(ctx);
  const network = networkOf(ctx.address);
  return [
    forgetAttempt(attempts, `account:${accountId}`),
    forgetAttempt(attempts, `device:${accountId}:${await sha256Hex(device.token)}`),
    giveAttemptBack(attempts, `address:${network}`),
    giveAttemptBack(attempts, `known:${network}`),
  ] as const;
}

/** After a new password by a link: whatever strangers tried before no longer keeps its owner out. */
export function forgetStrangers(ctx: VillageCtx, accountId: string) {
  return forgetAttempt(attemptsOf(ctx), `account:${accountId}`);
}

/** A lock is no change of anything, but leaders must be able to read that somebody tried. */
async function recordLock(ctx: VillageCtx, account: Account | null): Promise<void> {
  const entry: AuditEntry = account
    ? { action: "session.lock-out", entity: "account", entityId: account.id, details: { name: account.name } }
    : { action: "session.lock-out-network", entity: "village", entityId: ctx.tenant.villageId };
  await ctx.db.insert(auditLog).values(auditRow({ ...ctx, actor: null }, entry));
}

function attemptsOf(ctx: VillageCtx): Attempts {
  return { db: ctx.db, table: signInAttempts, now: ctx.now };
}
