import { eq } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { errorText } from "#app/platform/error-text.ts";
import { newId } from "#app/platform/ids.ts";
import { sweepRuns } from "#db/directory/schema/jobs.ts";
import type { Sweep } from "./crons.ts";

/** Runs a sweep and keeps a record of it; one that never ended shows by its missing end. */
export async function recordRun(ctx: BaseCtx, sweep: Sweep): Promise<void> {
  const id = newId(ctx.now);
  await ctx.directory.insert(sweepRuns).values({ id, sweep: sweep.name, startedAt: ctx.now.toISOString() });
  const end = (outcome: { claimed?: number; error?: string }) =>
    ctx.directory
      .update(sweepRuns)
      .set({ ...outcome, finishedAt: ctx.now.toISOString() })
      .where(eq(sweepRuns.id, id));
  try {
    const claimed = await sweep.run(ctx);
    await end({ claimed });
    if (claimed > 0) ctx.log.info("sweep.done", { sweep: sweep.name, claimed });
  } catch (error) {
    ctx.log.error("sweep.failed", error, { sweep: sweep.name });
    await end({ error: errorText(error).slice(0, 500) });
    // The runtime prints what is thrown as it is.
    throw new Error(errorText(error));
  }
}
