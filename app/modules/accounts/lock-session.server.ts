import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { sessions } from "#db/village/schema/accounts.ts";

/** Locks the own session at once: somebody leaves the shared PC for a moment. */
export async function lockSession(ctx: OfficeCtx): Promise<void> {
  await ctx.db
    .update(sessions)
    .set({ lockedAt: ctx.now.toISOString() })
    .where(eq(sessions.id, ctx.actor.sessionId));
}
