import { eq } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { DECOY_HASH, verifyPassword } from "#app/platform/passwords.ts";
import { openVillage } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { countInHour, giveBackInHour } from "./limit-signups.server.ts";
import type { SignupRow } from "./queries.server.ts";

/** Passwords that may be tried at one sign-up in an hour, from wherever. */
const TRIES_PER_HOUR = 10;

/**
 * Does whoever sends a form again know its password? Code, address name and phone alone would let anybody find out by
 * whose phone a village was signed up. Above the limit the answer is no, as for a wrong password.
 */
export async function knowsPassword(
  ctx: PortalCtx,
  { signup, village }: SignupRow,
  password: string,
): Promise<boolean> {
  const subject = `signup-again:${signup.id}`;
  const isOver = (await countInHour(ctx, subject)) > TRIES_PER_HOUR;
  const hash = isOver
    ? DECOY_HASH
    : (signup.firstAccount?.passwordHash ?? (await presentHash(ctx, signup, village)));
  const isRight = await verifyPassword(password, hash || DECOY_HASH);
  if (isRight) await giveBackInHour(ctx, subject);
  return isRight;
}

/** The first account bears the sign-up's id; its password may have changed since. */
async function presentHash(
  ctx: PortalCtx,
  signup: SignupRow["signup"],
  village: SignupRow["village"],
): Promise<string> {
  const db = openVillage(ctx.homes.get(village.home), village);
  const [account] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, signup.id));
  return account?.passwordHash ?? "";
}
