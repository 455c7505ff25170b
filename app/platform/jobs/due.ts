import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import type { DirectoryDb } from "#db/open.ts";

/** One kind of work that falls due in villages; modules declare theirs in due.ts, app/registry.server.ts lists all. */
export interface DueHandler {
  /** Names the row in the directory, e.g. `programme`. Never changes. */
  kind: string;
  /** Runs in a suspended village too; all other kinds wait there. */
  whileSuspended?: boolean;
  /**
   * Does what is due in one village. It may run twice for one due time (a doubled message, a crash after the work),
   * so it must find done work done. `ctx.actor` is null.
   * @returns when this kind is due next, or null until somebody calls registerDue
   * @throws anything: the run counts as failed and comes again later
   */
  run(ctx: VillageCtx): Promise<{ nextDueAt: Date | null }>;
}

/**
 * Puts work of a village on the calendar; an earlier time that stands there stays.
 * A village's own transaction and this write are not atomic: a handler that must miss nothing is due daily besides.
 * While a run is under way the work counts as due at once, so that what the run has already passed over is seen.
 */
export async function registerDue(
  ctx: { directory: Pick<DirectoryDb, "insert">; now: Date },
  villageId: string,
  kind: string,
  dueAt: Date,
): Promise<void> {
  const due = dueAt.toISOString();
  await ctx.directory
    .insert(dueJobs)
    .values({ villageId, kind, dueAt: due })
    .onConflictDoUpdate({
      target: [dueJobs.villageId, dueJobs.kind],
      set: {
        dueAt: sql`min(${due}, iif(${dueJobs.leasedUntil} IS NULL, ${dueJobs.dueAt}, ${ctx.now.toISOString()}))`,
      },
    });
}
