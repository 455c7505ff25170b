import { eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { nextNight } from "#app/platform/jobs/nights.ts";
import { villages } from "#db/directory/schema/villages.ts";

/** After housekeeping and the backup of the same night. */
const SHIFT_MINUTES = 60;

/**
 * Each night a village tells the directory how much room its files take and when somebody last worked in it: two
 * figures, so that operators need not open a village to look after it. Also in a suspended one, which keeps its files.
 */
export const usageDue: DueHandler = {
  kind: "usage",
  whileSuspended: true,
  run: async (ctx) => {
    await tellUsage(ctx);
    return { nextDueAt: nextNight(ctx.tenant, ctx.now, SHIFT_MINUTES) };
  },
};

async function tellUsage({ db, directory, tenant, now }: VillageCtx): Promise<void> {
  const [usage] = await db.all<{ fileBytes: number; lastActiveAt: string | null }>(sql`
    SELECT (SELECT coalesce(sum(size_bytes), 0) FROM files) AS fileBytes,
      max(coalesce((SELECT max(last_seen_at) FROM sessions), ''), coalesce((SELECT at FROM audit_log ORDER BY id DESC LIMIT 1), ''))
        AS lastActiveAt`);
  if (!usage) return;
  await directory
    .update(villages)
    .set({
      fileBytes: usage.fileBytes,
      lastActiveAt: usage.lastActiveAt || null,
      measuredAt: now.toISOString(),
    })
    .where(eq(villages.id, tenant.villageId));
}
