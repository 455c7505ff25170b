import { lt } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { deadLetters, sweepRuns } from "#db/directory/schema/jobs.ts";
import {
  overseerAttempts,
  overseerChallenges,
  overseerSessions,
  overseerSubmits,
} from "#db/directory/schema/overseers.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";

const RUNS_KEPT_DAYS = 90;

/** Forgets counters whose window is long over, old records of sweeps and settled work, and what sign-ins left. */
export async function clearCounters(ctx: BaseCtx): Promise<number> {
  const now = ctx.now.toISOString();
  const [counters, runs] = await ctx.directory.batch([
    ctx.directory
      .delete(rateLimits)
      .where(lt(rateLimits.windowStart, daysAgo(ctx, 1)))
      .returning({ subject: rateLimits.subject }),
    ctx.directory
      .delete(sweepRuns)
      .where(lt(sweepRuns.startedAt, daysAgo(ctx, RUNS_KEPT_DAYS)))
      .returning({ id: sweepRuns.id }),
    ctx.directory.delete(deadLetters).where(lt(deadLetters.settledAt, daysAgo(ctx, RUNS_KEPT_DAYS))),
    ctx.directory.delete(overseerSessions).where(lt(overseerSessions.expiresAt, now)),
    ctx.directory.delete(overseerChallenges).where(lt(overseerChallenges.expiresAt, now)),
    ctx.directory.delete(overseerAttempts).where(lt(overseerAttempts.windowStartedAt, daysAgo(ctx, 1))),
    ctx.directory.delete(overseerSubmits).where(lt(overseerSubmits.createdAt, daysAgo(ctx, 7))),
  ]);
  return counters.length + runs.length;
}

function daysAgo(ctx: BaseCtx, days: number): string {
  return new Date(ctx.now.getTime() - days * 86_400_000).toISOString();
}
