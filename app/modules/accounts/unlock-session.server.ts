import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { forgetOwnAttempts, tryOwnPassword } from "./attempts.server.ts";
import type { UnlockInput } from "./input.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** Lets the own session go on after its password; wrong ones count for this session. */
export async function unlockSession(ctx: OfficeCtx, input: UnlockInput): Promise<void> {
  const account = await tryOwnPassword(ctx, input.kata_sandi);
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrongPassword);
  await ctx.db.batch([
    ctx.db
      .update(sessions)
      .set({ lockedAt: null, lastSeenAt: ctx.now.toISOString() })
      .where(eq(sessions.id, ctx.actor.sessionId)),
    forgetOwnAttempts(ctx),
  ]);
}
