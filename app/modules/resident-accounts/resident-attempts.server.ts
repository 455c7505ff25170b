import { inArray, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import {
  type Attempts,
  countAttempt,
  forgetAttempt,
  giveAttemptBack,
  refuseLocked,
  unlessLocked,
} from "#app/platform/attempts.ts";
import { auditRow } from "#app/platform/audit.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { auditLog, signInAttempts } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { type AccountFacts, isAccountOpen } from "./account-rules.ts";
import type { ResidentDevice } from "./known-device.server.ts";
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

/** From which device a try comes, and whether whoever has the NIK signed in there before. */
export interface From {
  device: ResidentDevice;
  isKnown: boolean;
}

interface PinTry extends From {
  /** 16 digits. */
  nik: string;
  typed: string;
}

/**
 * One try at a resident's PIN, in one round trip. It is counted before anything is hashed; an unknown NIK, one without an
 * account and one whose account is closed cost the same time and get the same answer as a wrong PIN. Tries from a device
 * on which he signed in before count by themselves: strangers lock out strangers, and not him at his own phone.
 * @returns the account where the PIN is right and the account may be used, else null
 * @throws LimitError over a limit
 */
export async function tryPin(
  ctx: VillageCtx,
  { nik, typed, device, isKnown }: PinTry,
): Promise<FoundAccount | null> {
  const indexes = await ctx.keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik);
  const id = sql`(SELECT ${residentAccounts.id} FROM ${residentAccounts} JOIN ${residents}
    ON ${residents.id} = ${residentAccounts.residentId} WHERE ${inArray(residents.nikIndex, indexes)}
    ORDER BY ${residentAccounts.createdAt} LIMIT 1)`;
  // Whatever was typed may be somebody's NIK: tries at an unknown one are counted without keeping it.
  const name = await ctx.keys.index("resident-sign-in.nik", nik);
  const counted = sql`coalesce(${id}, ${name})`;
  const own = sql`${await deviceName(device, "")} || ${counted}`;
  const place = await placeOf(ctx, { device, isKnown });
  return tryAt(ctx, { id, name: isKnown ? own : counted, place, typed });
}

/** The same for the account that is signed in already, before something weighty. */
export async function tryOwnPin(
  ctx: VillageCtx,
  accountId: string,
  typed: string,
): Promise<FoundAccount | null> {
  const name = sql`${`own:${accountId}`}`;
  return tryAt(ctx, { id: sql`${accountId}`, name, place: `resident-own:${accountId}`, typed });
}

interface Try {
  id: SQL;
  /** Under which name, and at which place, the try counts. */
  name: SQL;
  place: string;
  typed: string;
}

async function tryAt(ctx: VillageCtx, { id, name, place, typed }: Try): Promise<FoundAccount | null> {
  const attempts = attemptsOf(ctx);
  const { account: limit, day, address } = RESIDENT_LIMITS;
  const at = { subject: sql`${place}`, limit: address };
  const of = (kind: string) => unlessLocked(attempts, at, sql`${`${kind}:`} || ${name}`);
  const [found, [near], [now], [today]] = await ctx.db.batch([
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
    countAttempt(attempts, at.subject, address),
    countAttempt(attempts, of("resident"), limit),
    countAttempt(attempts, of("resident-day"), day, DAY_MINUTES),
  ]);
  refuseLocked(ctx.now, near, address, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, now, limit, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, today, day, SIGN_IN_WORDS.locked);
  const [account] = found;
  const isRight = await verifyPassword(typed, account?.passwordHash || DECOY_HASH);
  if (account && isRight && isAccountOpen(account)) return account;
  if (now?.failures === limit || today?.failures === day) await recordLock(ctx, account?.id ?? null);
  return null;
}

/**
 * For the batch after a right PIN at the sign-in: what was counted for its device is forgotten, its place gets this one
 * try back. At a device that is known, what strangers tried stays counted: they gain no tries by its owner's signing in.
 */
export async function forgetTriesAt(ctx: VillageCtx, accountId: string, from: From) {
  const attempts = attemptsOf(ctx);
  const name = from.isKnown ? await deviceName(from.device, accountId) : accountId;
  return [...forgetNamed(attempts, name), giveAttemptBack(attempts, await placeOf(ctx, from))] as const;
}

/** For the batch after a right PIN of who is signed in already. */
export function forgetOwnTries(ctx: VillageCtx, accountId: string) {
  const attempts = attemptsOf(ctx);
  return [
    ...forgetNamed(attempts, accountId),
    ...forgetNamed(attempts, `own:${accountId}`),
    giveAttemptBack(attempts, `resident-own:${accountId}`),
  ] as const;
}

/** After a new PIN by a slip: whatever strangers tried before no longer keeps its owner out. */
export function forgetTriesOf(ctx: VillageCtx, accountId: string) {
  return forgetNamed(attemptsOf(ctx), accountId);
}

function forgetNamed(attempts: Attempts, name: string) {
  return [
    forgetAttempt(attempts, `resident:${name}`),
    forgetAttempt(attempts, `resident-day:${name}`),
  ] as const;
}

/** A known device counts by itself, for all who use it: a stranger in the same net, even one with an account, locks none out. */
async function placeOf({ address }: VillageCtx, { device, isKnown }: From): Promise<string> {
  return isKnown
    ? `resident-known:${await sha256Hex(device.token)}`
    : `resident-address:${networkOf(address)}`;
}

async function deviceName(device: ResidentDevice, name: string): Promise<string> {
  return `device:${await sha256Hex(device.token)}:${name}`;
}

/**
 * A lock is no change of anything, but the office must be able to read that somebody tried. Of an unknown NIK nothing is
 * kept, in the same time.
 */
async function recordLock(ctx: VillageCtx, accountId: string | null): Promise<void> {
  if (accountId === null) {
    await ctx.db.run(sql`SELECT 1`);
    return;
  }
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
