import { and, asc, eq, isNull, ne, type SQL } from "drizzle-orm";
import type { VillageDb } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activities, activityUpdates } from "#db/village/schema/programme.ts";

/** Reports of a programme that were not approved, in the order of the activities: what closing the year would leave out. */
export function openUpdatesStatement(db: Pick<VillageDb, "select">, programmeId: string | SQL<string>) {
  return db
    .select({
      id: activityUpdates.id,
      state: activityUpdates.state,
      quarter: activityUpdates.quarter,
      activityName: activities.name,
      author: accounts.name,
    })
    .from(activityUpdates)
    .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
    .leftJoin(accounts, eq(accounts.id, activityUpdates.createdBy))
    .where(
      and(
        eq(activities.programmeId, programmeId),
        isNull(activities.droppedAt),
        ne(activityUpdates.state, "approved"),
      ),
    )
    .orderBy(asc(activities.position), asc(activityUpdates.quarter), asc(activityUpdates.id));
}
