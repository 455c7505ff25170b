import { type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import {
  type Attempts,
  countAttempt,
  forgetAttempt,
  giveAttemptBack,
  refuseLocked,
} from "#app/platform/attempts.ts";
import { networkOf } from "#app/platform/network.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { accounts, signInAttempts } from "#db/village/schema/accounts.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** Strict per account, lenient per address: a town or a hall shares one. */
export const ATTEMPT_LIMITS = { account: 8, address: 100 };

type Account = typeof accounts.$inferSelect;

/** Whose password is tried: how to find the account, and under which name it counts where there is none. */
export interface Guess {
  where: SQL;
  name: string;
  password: string;
}

/**
 * One try at a password, in one round trip. The try is counted before anything is hashed, in one statement per subject,
 * so that tries at the same moment all count; a right one is forgotten by `forgetAttempts`. An unknown name costs the
 * same time and gives the same answer as a wrong password.
 * @returns the account where the password is right and the account active, else null
 * @throws LimitError over the limit
 */
export async function tryPassword(ctx: VillageCtx, guess: Guess): Promise<Account | null> {
  const known = sql`(SELECT ${accounts.id} FROM ${accounts} WHERE ${guess.where})`;
  const attempts = attemptsOf(ctx);
  const [found, byAccount, byAddress] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(guess.where),
    countAttempt(attempts, sql`'account:' || coalesce(${known}, ${guess.name})`, ATTEMPT_LIMITS.account),
    countAttempt(attempts, sql`${addressSubject(ctx)}`, ATTEMPT_LIMITS.address),
  ]);
  refuseLocked(ctx.now, byAccount[0], ATTEMPT_LIMITS.account, SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, byAddress[0], ATTEMPT_LIMITS.address, SIGN_IN_WORDS.locked);
  const account = found[0];
  const isRight = await verifyPassword(guess.password, account?.passwordHash || DECOY_HASH);
  return account && isRight && account.state === "active" ? account : null;
}

/** For the batch after a right password: the account's count is forgotten, the address gets this one try back. */
export function forgetAttempts(ctx: VillageCtx, accountId: string) {
  return [
    forgetAttempt(attemptsOf(ctx), `account:${accountId}`),
    giveAttemptBack(attemptsOf(ctx), addressSubject(ctx)),
  ] as const;
}

function attemptsOf(ctx: VillageCtx): Attempts {
  return { db: ctx.db, table: signInAttempts, now: ctx.now };
}

function addressSubject(ctx: VillageCtx): string {
  return `address:${networkOf(ctx.address)}`;
}
