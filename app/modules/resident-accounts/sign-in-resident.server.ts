import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { residentSessions } from "#db/village/schema/residents.ts";
import type { ResidentSignInInput } from "./input.ts";
import { requireResidentAccounts } from "./require-resident-accounts.server.ts";
import { forgetTries, tryPin } from "./resident-attempts.server.ts";
import { newResidentSession } from "./resident-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Checks NIK and PIN and starts a session, in two round trips; a refusal takes one.
 * @param device what the person will recognise in the list of his devices
 * @returns the token for the cookie
 * @throws FieldError with the same sentence for an unknown NIK and a wrong PIN; LimitError after too many tries
 */
export async function signInResident(
  ctx: VillageCtx,
  input: Pick<ResidentSignInInput, "nik" | "pin">,
  device: string,
): Promise<string> {
  requireResidentAccounts(ctx);
  const account = await tryPin(ctx, input.nik, input.pin);
  if (!account) throw new FieldError("pin", SIGN_IN_WORDS.wrong);
  const { token, row } = await newResidentSession(account.id, device, ctx.now);
  await ctx.db.batch([ctx.db.insert(residentSessions).values(row), ...forgetTries(ctx, account.id)]);
  return token;
}
