import { eq, or, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { type Guess, tryPassword } from "./attempts.server.ts";
import { identityOf } from "./identity-rules.ts";
import { hasEmail, hasPhone } from "./identity-taken.server.ts";
import type { SignInInput } from "./input.ts";
import { type SignedIn, startSession } from "./start-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Checks name and password and starts a session, in two round trips; a refusal takes one.
 * @throws FieldError with the same sentence for a wrong name and a wrong password; LimitError after too many tries
 */
export async function signIn(
  ctx: VillageCtx,
  input: Pick<SignInInput, "identitas" | "kata_sandi">,
  device: Device,
): Promise<SignedIn> {
  const account = await tryPassword(ctx, await guessOf(ctx, input, device));
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrong);
  return startSession(ctx, account.id, device);
}

/** A try at the account that a typed phone number, e-mail or user name means. */
export async function guessOf(
  { keys }: Pick<VillageCtx, "keys">,
  input: Pick<SignInInput, "identitas" | "kata_sandi">,
  device?: Device,
): Promise<Guess> {
  const { phone, email, username } = identityOf(input.identitas);
  const where = or(
    phone ? await hasPhone(keys, phone) : undefined,
    await hasEmail(keys, email),
    eq(accounts.username, username),
  );
  // Whatever was typed may be somebody's number: tries at an unknown name are counted without keeping it.
  const name = await keys.index("sign-in.name", phone ?? username);
  return { where: where ?? sql`false`, name, password: input.kata_sandi, device };
}

/**
 * For a one-time link that is used already: the same form sent twice lets its person in, since the password is right.
 * @returns null where the account is unknown or the password another
 */
export async function signInAgain(
  ctx: VillageCtx,
  accountId: string | null,
  password: string,
  device: Device,
): Promise<SignedIn | null> {
  if (!accountId) return null;
  const guess = { where: eq(accounts.id, accountId), name: accountId, password, device };
  const account = await tryPassword(ctx, guess);
  return account ? startSession(ctx, account.id, device) : null;
}
