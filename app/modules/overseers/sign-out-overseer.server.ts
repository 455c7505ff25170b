import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { overseerSessions } from "#db/directory/schema/overseers.ts";

/** Ends the own session. */
export async function signOutOverseer(ctx: OversightCtx): Promise<void> {
  await ctx.directory.delete(overseerSessions).where(eq(overseerSessions.id, ctx.overseer.sessionId));
}
