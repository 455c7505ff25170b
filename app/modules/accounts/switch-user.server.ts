import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { tryPassword } from "./attempts.server.ts";
import type { SwitchUserInput } from "./input.ts";
import { type SignedIn, startSession } from "./start-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/**
 * Hands the shared PC to another person: his session starts and the one before ends, in one step.
 * @param deviceAccountIds accounts that signed in on this device before; only these can be chosen
 */
export async function switchUser(
  ctx: OfficeCtx,
  input: SwitchUserInput,
  { device, deviceAccountIds }: { device: Device; deviceAccountIds: readonly string[] },
): Promise<SignedIn> {
  if (!deviceAccountIds.includes(input.akun)) throw new FieldError("akun", SIGN_IN_WORDS.notOnDevice);
  const account = await tryPassword(ctx, {
    where: eq(accounts.id, input.akun),
    name: input.akun,
    password: input.kata_sandi,
    device,
  });
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrongPassword);
  return startSession(ctx, account.id, device, ctx.actor.sessionId);
}
