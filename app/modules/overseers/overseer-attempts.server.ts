import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import {
  type Attempts,
  countAttempt,
  forgetAttempt,
  giveAttemptBack,
  refuseLocked,
  unlessLocked,
} from "#app/platform/attempts.ts";
import { networkOf } from "#app/platform/network.ts";
import type { OversightKind } from "#app/platform/overseer.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { overseerAttempts, overseers } from "#db/directory/schema/overseers.ts";
import { OVERSEER_SIGN_IN_WORDS } from "./words.ts";

/** Strict per account, lenient per address: an office shares one. */
export const OVERSEER_ATTEMPT_LIMITS = { account: 6, address: 60 };

export type OverseerRow = typeof overseers.$inferSelect;

/** Whose password is tried. */
export interface OverseerGuess {
  where: SQL;
  /** Under which name it counts where there is nobody. */
  name: string;
  password: string;
}

/** A try at a user name of one of the two offices: the other's names do not exist there. */
export function guessByUsername(kind: OversightKind, username: string, password: string): OverseerGuess {
  const name = username.trim().toLowerCase();
  const where = and(eq(overseers.username, name), eq(overseers.kind, kind)) ?? sql`false`;
  return { where, name: `${kind}:${name}`, password };
}

/**
 * One try at a password, in one round trip, counted before anything is hashed. An unknown name costs the same time and
 * gives the same answer as a wrong password.
 * @returns the person where the password is right and the account active, else null
 * @throws LimitError over the limit
 */
export async function tryOverseerPassword(ctx: PortalCtx, guess: OverseerGuess): Promise<OverseerRow | null> {
  const known = sql`(SELECT ${overseers.id} FROM ${overseers} WHERE ${guess.where})`;
  const attempts = attemptsOf(ctx);
  const { account: perAccount, address: perAddress } = OVERSEER_ATTEMPT_LIMITS;
  const place = { subject: sql`${addressSubject(ctx)}`, limit: perAddress };
  const name = sql`'account:' || coalesce(${known}, ${guess.name})`;
  const [found, byAddress, byAccount] = await ctx.directory.batch([
    ctx.directory.select().from(overseers).where(guess.where),
    countAttempt(attempts, place.subject, perAddress),
    countAttempt(attempts, unlessLocked(attempts, place, name), perAccount),
  ]);
  refuseLocked(ctx.now, byAddress[0], perAddress, OVERSEER_SIGN_IN_WORDS.locked);
  refuseLocked(ctx.now, byAccount[0], perAccount, OVERSEER_SIGN_IN_WORDS.locked);
  const person = found[0];
  const isRight = await verifyPassword(guess.password, person?.passwordHash || DECOY_HASH);
  return person && isRight && person.state === "active" ? person : null;
}

/** For the batch after a right password: the account's count is forgotten, the address gets this one try back. */
export function forgetOverseerAttempts(ctx: PortalCtx, overseerId: string) {
  return [
    forgetAttempt(attemptsOf(ctx), `account:${overseerId}`),
    giveAttemptBack(attemptsOf(ctx), addressSubject(ctx)),
  ] as const;
}

/** Where failures above the villages are counted. */
export function attemptsOf(ctx: PortalCtx): Attempts {
  return { db: ctx.directory, table: overseerAttempts, now: ctx.now };
}

function addressSubject(ctx: PortalCtx): string {
  return `address:${networkOf(ctx.address)}`;
}
