import { eq, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { LimitError } from "#app/platform/errors.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { accounts, signInAttempts } from "#db/village/schema/accounts.ts";
import { SIGN_IN_WORDS } from "./words.ts";

const WINDOW_MINUTES = 15;
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
  const [found, byAccount, byAddress] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(guess.where),
    countAttempt(ctx, sql`'account:' || coalesce(${known}, ${guess.name})`, ATTEMPT_LIMITS.account),
    countAttempt(ctx, sql`${addressSubject(ctx)}`, ATTEMPT_LIMITS.address),
  ]);
  refuseLocked(ctx, byAccount[0], ATTEMPT_LIMITS.account);
  refuseLocked(ctx, byAddress[0], ATTEMPT_LIMITS.address);
  const account = found[0];
  const isRight = await verifyPassword(guess.password, account?.passwordHash || DECOY_HASH);
  return account && isRight && account.state === "active" ? account : null;
}

/** For the batch after a right password: the account's count is forgotten, the address gets this one try back. */
export function forgetAttempts(ctx: VillageCtx, accountId: string) {
  return [
    ctx.db.delete(signInAttempts).where(eq(signInAttempts.subject, `account:${accountId}`)),
    ctx.db
      .update(signInAttempts)
      .set({ failures: sql`max(${signInAttempts.failures} - 1, 0)` })
      .where(eq(signInAttempts.subject, addressSubject(ctx))),
  ] as const;
}

type Counter = typeof signInAttempts.$inferSelect;

// A counter lives for a window after its first try or, once locked, until the lock ends; then it starts anew.
function countAttempt(ctx: VillageCtx, subject: SQL, limit: number) {
  const now = ctx.now.toISOString();
  const shift = (minutes: number) => new Date(ctx.now.getTime() + minutes * 60_000).toISOString();
  const alive = sql`coalesce(${signInAttempts.lockedUntil} > ${now}, ${signInAttempts.windowStartedAt} > ${shift(-WINDOW_MINUTES)})`;
  const next = sql`CASE WHEN ${alive} THEN ${signInAttempts.failures} + 1 ELSE 1 END`;
  return ctx.db
    .insert(signInAttempts)
    .values({ subject, failures: 1, windowStartedAt: now, lockedUntil: null })
    .onConflictDoUpdate({
      target: signInAttempts.subject,
      set: {
        failures: next,
        windowStartedAt: sql`CASE WHEN ${alive} THEN ${signInAttempts.windowStartedAt} ELSE ${now} END`,
        lockedUntil: sql`CASE WHEN ${signInAttempts.lockedUntil} > ${now} THEN ${signInAttempts.lockedUntil} WHEN ${next} >= ${limit} THEN ${shift(WINDOW_MINUTES)} END`,
      },
    })
    .returning();
}

function refuseLocked(ctx: VillageCtx, counter: Counter | undefined, limit: number): void {
  if (!counter?.lockedUntil || counter.failures <= limit) return;
  const seconds = Math.max(1, Math.ceil((Date.parse(counter.lockedUntil) - ctx.now.getTime()) / 1000));
  throw new LimitError(SIGN_IN_WORDS.locked(Math.ceil(seconds / 60)), seconds);
}

function addressSubject(ctx: VillageCtx): string {
  return `address:${ctx.address}`;
}
