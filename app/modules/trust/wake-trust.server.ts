import type { BaseCtx } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import type { DirectoryTx } from "#db/open.ts";

/** Kind of due work that tells a village what became of its claims, and ends trials. */
export const TRUST_KIND = "trust";

/** Puts it on the village's calendar, in the transaction of what it is to learn: a crash after that loses nothing. */
export async function scheduleTrust(tx: DirectoryTx, now: Date, villageId: string): Promise<void> {
  await registerDue({ directory: tx, now }, villageId, TRUST_KIND, now);
}

/**
 * Lets a village learn at once of what was just decided about it: its own database is written by its due work alone.
 * The row that `scheduleTrust` wrote says what must happen; a message that gets lost is made up for by the next sweep.
 */
export async function wakeTrust(ctx: Pick<BaseCtx, "queue">, villageId: string): Promise<void> {
  await ctx.queue.send({ kind: "run-village-due", villageId }).catch(() => {});
}
