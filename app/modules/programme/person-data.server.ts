import { count, desc, eq } from "drizzle-orm";
import type { HeldSection, PersonData } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import {
  activities,
  activityComments,
  activityPeople,
  activityUpdates,
} from "#db/village/schema/programme.ts";
import { quarterName, WORK_DATA_WORDS as WORDS } from "./running-words.ts";

/** The file names the latest of what has no end. */
const MOST = 200;

/** What the work programme holds on people of the office: their work, which is the village's archive and stays. */
export const programmePersonData: PersonData = {
  subject: "account",
  read: ({ db, tenant }, id) =>
    reading(
      [
        db
          .select({ name: activities.name })
          .from(activityPeople)
          .innerJoin(activities, eq(activities.id, activityPeople.activityId))
          .where(eq(activityPeople.accountId, id))
          .limit(MOST),
        db
          .select()
          .from(activityComments)
          .where(eq(activityComments.accountId, id))
          .orderBy(desc(activityComments.id))
          .limit(MOST),
        db.select({ all: count() }).from(activityComments).where(eq(activityComments.accountId, id)),
        db
          .select({ quarter: activityUpdates.quarter, asOf: activityUpdates.asOf, name: activities.name })
          .from(activityUpdates)
          .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
          .where(eq(activityUpdates.createdBy, id))
          .orderBy(desc(activityUpdates.id))
          .limit(MOST),
        db.select({ all: count() }).from(activityUpdates).where(eq(activityUpdates.createdBy, id)),
      ],
      async ([team, comments, commentCount, updates, updateCount]) => {
        const sections: HeldSection[] = [
          {
            ...WORDS.team,
            facts: team.map(({ name }) => ({ label: WORDS.activity, value: name })),
          },
          {
            ...WORDS.comments,
            facts: comments.map(({ createdAt, body }) => ({
              label: formatDateTime(Date.parse(createdAt), tenant.timeZone),
              value: body,
            })),
            leftOut: Math.max(0, (commentCount[0]?.all ?? 0) - comments.length),
          },
          {
            ...WORDS.updates,
            facts: updates.map(({ quarter, asOf, name }) => ({
              label: `${quarterName(quarter)}, ${formatDate(asOf)}`,
              value: name,
            })),
            leftOut: Math.max(0, (updateCount[0]?.all ?? 0) - updates.length),
          },
        ];
        return sections.filter(({ facts }) => facts.length > 0);
      },
    ),
  fates: () => reading([], () => [{ ...WORDS.fate, isRemoved: false }]),
  remove: async () => [],
};
