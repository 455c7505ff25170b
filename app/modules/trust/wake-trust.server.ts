import type { BaseCtx } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";

/** Kind of due work that tells a village what became of its claims, and ends trials. */
export const TRUST_KIND = "trust";

/**
 * Lets a village learn of what was just decided about it: its own database is written by its due work alone. The row
 * says what must happen; a message that gets lost is made up for by the next sweep.
 */
export async function wakeTrust(
  ctx: Pick<BaseCtx, "directory" | "now" | "queue">,
  villageId: string,
): Promise<void> {
  await registerDue(ctx, villageId, TRUST_KIND, ctx.now);
  await ctx.queue.send({ kind: "run-village-due", villageId }).catch(() => {});
}
