import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { accounts, sessions } from "#db/village/schema/accounts.ts";
import { forgetAttempts, tryPassword } from "./attempts.server.ts";
import type { SwitchUserInput } from "./input.ts";
import type { SignedIn } from "./sign-in.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Hands the shared PC to another person: his session starts and the one before ends, in one step.
 * @param deviceAccountIds accounts that signed in on this device before; only these can be chosen
 */
export async function switchUser(
  ctx: OfficeCtx,
  input: SwitchUserInput,
  { device, deviceAccountIds }: { device: string; deviceAccountIds: readonly string[] },
): Promise<SignedIn> {
  if (!deviceAccountIds.includes(input.akun)) throw new FieldError("akun", SIGN_IN_WORDS.notOnDevice);
  const account = await tryPassword(ctx, {
    where: eq(accounts.id, input.akun),
    name: input.akun,
    password: input.kata_sandi,
  });
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrongPassword);
  const { token, row } = await newSession(account.id, device, ctx.now);
  await ctx.db.batch([
    ctx.db.insert(sessions).values(row),
    ctx.db.delete(sessions).where(eq(sessions.id, ctx.actor.sessionId)),
    ...forgetAttempts(ctx, account.id),
  ]);
  return { token, accountId: account.id };
}
