import { eq, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { FieldError, LimitError } from "#app/platform/errors.ts";
import { hashPassword, verifyPassword } from "#app/platform/passwords.ts";
import { createSession } from "#app/platform/sessions/sessions.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { clearAttempts, recordFailure, secondsLocked } from "./attempts.server.ts";
import { identityOf } from "./identity-rules.ts";
import type { SignInInput } from "./input.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Checks name and password and starts a session.
 * Limits are read before any hashing; an unknown name costs the same time as a wrong password.
 * @returns the session token for the cookie
 */
export async function signIn(
  ctx: VillageCtx,
  input: SignInInput,
  device: string,
): Promise<{ token: string; accountId: string }> {
  const identity = identityOf(input.identitas);
  const subject = identity.phone ?? identity.username;
  const [found] = await ctx.db
    .select()
    .from(accounts)
    .where(
      or(
        eq(accounts.phone, identity.phone ?? "-"),
        eq(accounts.email, identity.email),
        eq(accounts.username, identity.username),
      ),
    );
  const locked = await secondsLocked(ctx, subject);
  if (locked > 0) throw new LimitError(SIGN_IN_WORDS.locked(Math.ceil(locked / 60)), locked);
  const isRight = await verifyPassword(input.kata_sandi, found?.passwordHash ?? (await decoyHash()));
  if (!found || !isRight || found.state !== "active") {
    await recordFailure(ctx, subject);
    throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrong);
  }
  await clearAttempts(ctx, subject);
  return { token: await createSession(ctx.db, found.id, device, ctx.now), accountId: found.id };
}

let decoy: Promise<string> | null = null;

/** A hash that no password fits, so that an unknown name takes as long as a known one. */
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
