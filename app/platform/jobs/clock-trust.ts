import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { raiseAlert } from "../alerts.ts";

type ClockCtx = Pick<BaseCtx, "directory" | "now" | "log">;

const HOUR_MS = 3_600_000;
/** A machine that is switched off at night still has run within these hours. */
const SEEN_WITHIN_HOURS = 36;
/** How long a clock must have gone on before anything is deleted by it. */
const SETTLED_HOURS = 12;
/** Clocks of several machines differ by less. */
const BACKWARD_MS = 10 * 60_000;
/** The sweep that runs every five minutes: what is read of the clock is read from its records. */
const WATCHED_SWEEP = "due";
/** Work waits at most a day and a night for its next turn; what waits longer looks again sooner, which is harmless. */
const FARTHEST_HOURS = 36;

/**
 * May what can't be undone be done by the present time? Only where a sweep was recorded half a day to a day and a half
 * ago: after a jump forward, by a broken clock battery say, nothing is erased until somebody had the time to see it.
 */
export async function isClockSettled(ctx: Pick<ClockCtx, "directory" | "now">): Promise<boolean> {
  const ago = (hours: number) => new Date(ctx.now.getTime() - hours * HOUR_MS).toISOString();
  const seen = await ctx.directory
    .select({ id: sweepRuns.id })
    .from(sweepRuns)
    .where(
      and(
        eq(sweepRuns.sweep, WATCHED_SWEEP),
        gte(sweepRuns.startedAt, ago(SEEN_WITHIN_HOURS)),
        lte(sweepRuns.startedAt, ago(SETTLED_HOURS)),
      ),
    )
    .limit(1);
  return seen.length > 0;
}

/**
 * Before a sweep: where the clock stands behind what was recorded, it was put back, or had jumped ahead before. What
 * was put on the calendar by the wrong time would wait for it; it is due now instead, and the operator is told.
 * @returns whether the clock had gone back
 */
export async function mendClock(ctx: ClockCtx): Promise<boolean> {
  const ahead = new Date(ctx.now.getTime() + BACKWARD_MS).toISOString();
  const [first] = await ctx.directory
    .select({ startedAt: sweepRuns.startedAt })
    .from(sweepRuns)
    .where(and(eq(sweepRuns.sweep, WATCHED_SWEEP), gte(sweepRuns.startedAt, ahead)))
    .orderBy(asc(sweepRuns.startedAt))
    .limit(1);
  if (!first) return false;
  const now = ctx.now.toISOString();
  const farthest = new Date(ctx.now.getTime() + FARTHEST_HOURS * HOUR_MS).toISOString();
  await ctx.directory.batch([
    ctx.directory
      .update(dueJobs)
      .set({ dueAt: sql`iif(${dueJobs.dueAt} > ${farthest}, ${now}, ${dueJobs.dueAt})`, leasedUntil: null })
      .where(sql`${dueJobs.dueAt} > ${farthest} OR ${dueJobs.leasedUntil} > ${ahead}`),
    // Records of a time that has not come: kept, they would say at every sweep that the clock went back.
    ctx.directory
      .delete(sweepRuns)
      .where(and(eq(sweepRuns.sweep, WATCHED_SWEEP), gte(sweepRuns.startedAt, ahead))),
  ]);
  ctx.log.error(
    "clock.went-back",
    new Error(`the clock went back from ${first.startedAt} or later to ${now}`),
  );
  await raiseAlert(ctx, {
    key: "clock-went-back",
    severity: "gawat",
    sentence: `Jam server mundur (catatan sampai ${first.startedAt}, sekarang ${now}). Pekerjaan terjadwal sudah ditata ulang. Periksa sinkronisasi jam (timedatectl), lalu periksa tanggal pada catatan yang dibuat selagi jam salah.`,
  });
  return true;
}
