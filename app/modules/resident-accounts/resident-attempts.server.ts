import { inArray, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import {
  type Attempts,
  countAttempt,
  forgetAttempt,
  giveAttemptBack,
  refuseLocked,
} from "#app/platform/attempts.ts";
import { auditRow } from "#app/platform/audit.ts";
import { networkOf } from "#app/platform/network.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { auditLog, signInAttempts } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { type AccountFacts, isAccountOpen } from "./account-rules.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * A PIN has few digits: besides the tries of a quarter of an hour those of a whole day are counted, which leaves a guesser
 * under one chance in a hundred a year. An address is shared by many and has more.
 */
export const RESIDENT_LIMITS = { account: 5, day: 15, address: 60 };
const DAY_MINUTES = 24 * 60;

export interface FoundAccount extends AccountFacts {
  id: string;
  residentId: string;
  passwordHash: string;
}

/**
 * One try at a resident's PIN, in one round trip. It is counted before anything is hashed; an unknown NIK, one without an
 * account and one whose account is closed cost the same time and get the same answer as a wrong PIN.
 * @param nik 16 digits
 * @returns the account where the PIN is right and the account may be used, else null
 * @throws LimitError over a limit
 */
export async function tryPin(ctx: VillageCtx, nik: string, typed: string): Promise<FoundAccount | null> {
  const indexes = await ctx.keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik);
  const id = sql`(SELECT ${residentAccounts.id} FROM ${residentAccounts} JOIN ${residents}
    ON ${residents.id} = ${residentAccounts.residentId} WHERE ${inArray(residents.nikIndex, indexes)}
    ORDER BY ${residentAccounts.createdAt} LIMIT 1)`;
  // Whatever was typed may be somebody's NIK: tries at an unknown one are counted without keeping it.
  const name = await ctx.keys.index("resident-sign-in.nik", nik);
  return tryAt(ctx, id, sql`coalesce(${id}, ${name})`, typed);
}

/** The same for the account that is signed in already, before something weighty. */
export async function tryOwnPin(
  ctx: VillageCtx,
  accountId: string,
  typed: string,
): Promise<FoundAccount | null> {
  return tryAt(ctx, sql`${accountId}`, sql`${`own:${accountId}`}`, typed);
}

async function tryAt(ctx: VillageCtx, id: SQL, name: SQL, typed: string): Promise<FoundAccount | null> {
  const attempts = attemptsOf(ctx);
  const { account: limit, day, address } = RESIDENT_LIMITS;
  const [found, [now], [today], [near]] = await ctx.db.batch([
    ctx.db
      .select({
        id: residentAccounts.id,
        residentId: residentAccounts.residentId,
        passwordHash: residentAccounts.passwordHash,
        state: residentAccounts.state,
        status: residents.status,
      })
      .from(residentAccounts)
      .innerJoin(residents, sql`${residents.id} = ${residentAccounts.residentId}`)
      .where(sql`${residentAccounts.id} = ${id}`),
    countAttempt(attempts, sql`'resident:' || ${name}`, limit),
    countAttempt(attempts, sql`'resident-day:' || ${name}`, day, DAY_MINUTES),
    countAttempt(attempts, sql`${addressSubject(ctx)}`, address),
  ]);
  refuseLocked(ctx.now, now, limit, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, today, day, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, near, address, SIGN_IN_WORDS.locked);
  const [account] = found;
  const isRight = await verifyPassword(typed, account?.passwordHash || DECOY_HASH);
  if (account && isRight && isAccountOpen(account)) return account;
  if (account && (now?.failures === limit || today?.failures === day)) await recordLock(ctx, account.id);
  return null;
}

/** For the batch after a right PIN: the account's counts are forgotten, the address gets this one try back. */
export function forgetTries(ctx: VillageCtx, accountId: string) {
  const attempts = attemptsOf(ctx);
  return [
    ...forgetTriesOf(ctx, accountId),
    forgetAttempt(attempts, `resident:own:${accountId}`),
    forgetAttempt(attempts, `resident-day:own:${accountId}`),
    giveAttemptBack(attempts, addressSubject(ctx)),
  ] as const;
}

/** After a new PIN by a slip: whatever strangers tried before no longer keeps its owner out. */
export function forgetTriesOf(ctx: VillageCtx, accountId: string) {
  const attempts = attemptsOf(ctx);
  return [
    forgetAttempt(attempts, `resident:${accountId}`),
    forgetAttempt(attempts, `resident-day:${accountId}`),
  ] as const;
}

function addressSubject({ address }: VillageCtx): string {
  return `resident-address:${networkOf(address)}`;
}

/** A lock is no change of anything, but the office must be able to read that somebody tried. */
async function recordLock(ctx: VillageCtx, accountId: string): Promise<void> {
  const entry = {
    action: "resident-session.lock-out",
    entity: "resident_account",
    entityId: accountId,
  };
  await ctx.db.insert(auditLog).values(auditRow({ ...ctx, actor: null, resident: null }, entry));
}

function attemptsOf(ctx: VillageCtx): Attempts {
  return { db: ctx.db, table: signInAttempts, now: ctx.now };
}
