import { asc } from "drizzle-orm";
import type { DeskQueue } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { isStillOpen, numberText, todayOf } from "./requests.server.ts";
import { REQUEST_WORDS } from "./words.ts";

const MOST = 50;
const DAY_MILLIS = 86_400_000;

/** On Meja kerja of who handles public information: what waits for an answer, the most pressing first. */
export const informationQueue: DeskQueue = {
  module: "information",
  read: (ctx) => {
    if (!ctx.actor.permissions.has("information.handle")) return reading([], () => []);
    const today = todayOf(ctx);
    const waiting = ctx.db
      .select({
        id: informationRequests.id,
        year: informationRequests.year,
        number: informationRequests.number,
        dueOn: informationRequests.dueOn,
      })
      .from(informationRequests)
      .where(isStillOpen)
      .orderBy(asc(informationRequests.dueOn))
      .limit(MOST);
    return reading([waiting], ([rows]) =>
      rows.map((row) => {
        const daysLeft = Math.round((Date.parse(row.dueOn) - Date.parse(today)) / DAY_MILLIS);
        return {
          key: `information:${row.id}`,
          href: `/kantor/informasi/permohonan/${row.id}`,
          title: REQUEST_WORDS.deskTitle(numberText(row)),
          meta: REQUEST_WORDS.deskMeta(formatDate(row.dueOn)),
          group: "waiting" as const,
          isLate: daysLeft < 0,
          daysLeft,
        };
      }),
    );
  },
};
