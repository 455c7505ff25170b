import { eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { type Attempts, countAttempt, refuseLocked } from "#app/platform/attempts.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { networkOf } from "#app/platform/network.ts";
import type { PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import { finishAsking, type GetCeremony, startAsking } from "#app/platform/second-factor/passkeys.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { accounts, sessions, signInAttempts } from "#db/village/schema/accounts.ts";
import { accountFactors } from "./factor-store.server.ts";
import { villageSite } from "./second-factor.server.ts";
import { noteDevice, type SignedIn } from "./start-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** Challenges that one address may ask for in a window: each is a row. */
export const CHALLENGES_PER_ADDRESS = 60;

/** A challenge for whoever holds a passkey of this village. */
export async function startPasskeySignIn(ctx: VillageCtx, url: URL): Promise<GetCeremony> {
  const attempts: Attempts = { db: ctx.db, table: signInAttempts, now: ctx.now };
  const [counter] = await countAttempt(
    attempts,
    sql`${`passkey:${networkOf(ctx.address)}`}`,
    CHALLENGES_PER_ADDRESS,
  );
  refuseLocked(ctx.now, counter, CHALLENGES_PER_ADDRESS, SIGN_IN_WORDS.locked);
  return startAsking(accountFactors(ctx, ctx.db), villageSite(ctx, url), null, ctx.now);
}

/**
 * Signs the owner of a passkey in without a password. The phone must have asked who holds it: possession alone is one
 * factor, as a password is.
 * @throws FieldError where the answer will not do, or the account is closed
 */
export async function signInByPasskey(
  ctx: VillageCtx,
  url: URL,
  input: PasskeyAnswerInput,
  device: Device,
): Promise<SignedIn> {
  const answer = { challengeId: input.tantangan, response: input.jawaban };
  const passed = await finishAsking(
    accountFactors(ctx, ctx.db),
    villageSite(ctx, url),
    null,
    answer,
    ctx.now,
  );
  if (!passed) throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  if (!passed.isVerified) throw new FieldError("", FACTOR_WORDS.passkeyUnverified);
  const accountId = passed.personId;
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (account?.state !== "active") throw new FieldError("", FACTOR_WORDS.passkeyRefused);
  const { token, row } = await newSession(accountId, device.name, ctx.now);
  await ctx.db.batch([ctx.db.insert(sessions).values(row), ...(await noteDevice(ctx, ctx.db, row, device))]);
  return { token, accountId, owesSecondFactor: false };
}
