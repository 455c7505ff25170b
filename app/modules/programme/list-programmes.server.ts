import { desc, eq, isNull, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { activities, programmes } from "#db/village/schema/programme.ts";

/** Every year's programme with the number and budget (rupiah) of its activities, newest year first. */
export function listProgrammes(ctx: VillageCtx) {
  return ctx.db
    .select({
      year: programmes.year,
      state: programmes.state,
      activityCount: sql<number>`count(${activities.id})`,
      budget: sql<number>`coalesce(sum(${activities.budget}), 0)`,
    })
    .from(programmes)
    .leftJoin(
      activities,
      sql`${eq(activities.programmeId, programmes.id)} AND ${isNull(activities.droppedAt)}`,
    )
    .groupBy(programmes.id)
    .orderBy(desc(programmes.year));
}
