import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { residentSessions } from "#db/village/schema/residents.ts";
import type { ResidentSignInInput } from "./input.ts";
import { isKnownFor, type ResidentDevice } from "./known-device.server.ts";
import { requireResidentAccounts } from "./require-resident-accounts.server.ts";
import { forgetTriesAt, tryPin } from "./resident-attempts.server.ts";
import { newResidentSession } from "./resident-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Checks NIK and PIN and starts a session, in two round trips; a refusal takes one.
 * @returns the token for the cookie
 * @throws FieldError with the same sentence for an unknown NIK and a wrong PIN; LimitError after too many tries
 */
export async function signInResident(
  ctx: VillageCtx,
  input: Pick<ResidentSignInInput, "nik" | "pin">,
  device: ResidentDevice,
): Promise<string> {
  requireResidentAccounts(ctx);
  const from = { device, isKnown: await isKnownFor(ctx, device, input.nik) };
  const account = await tryPin(ctx, { nik: input.nik, typed: input.pin, ...from });
  if (!account) throw new FieldError("pin", SIGN_IN_WORDS.wrong);
  const { token, row } = await newResidentSession(account.id, device.name, ctx.now);
  const forgotten = await forgetTriesAt(ctx, account.id, from);
  await ctx.db.batch([ctx.db.insert(residentSessions).values(row), ...forgotten]);
  return token;
}
