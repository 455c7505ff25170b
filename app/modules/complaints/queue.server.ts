import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { type ComplaintRow, todayOf } from "./complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

const MOST = 50;
const DAY_MILLIS = 86_400_000;

/** On Meja kerja: what whoever looks answers for, and for who assigns what nobody answers for yet. */
export const complaintsQueue: DeskQueue = {
  module: "complaints",
  read: (ctx) => {
    const { accountId, permissions } = ctx.actor;
    if (!permissions.has("complaints.read")) return reading([], () => []);
    const own = eq(complaints.ownerAccountId, accountId);
    const mine = permissions.has("complaints.assign") ? or(own, isNull(complaints.ownerAccountId)) : own;
    const rows = ctx.db
      .select()
      .from(complaints)
      .where(and(inArray(complaints.state, ["new", "assigned"]), mine))
      .orderBy(asc(complaints.dueOn))
      .limit(MOST);
    const today = todayOf(ctx);
    return reading([rows], ([found]) => found.map((row) => itemOf(row, today)));
  },
};

function itemOf({ id, number, subject, dueOn }: ComplaintRow, today: string): QueueItem {
  const daysLeft = dueOn ? (Date.parse(dueOn) - Date.parse(today)) / DAY_MILLIS : 0;
  return {
    key: `complaint:${id}`,
    href: `/kantor/pengaduan/${id}`,
    title: COMPLAINT_WORDS.desk(number, subject),
    meta: dueOn && `dijawab paling lambat ${formatDate(dueOn)}`,
    group: "waiting",
    isLate: daysLeft < 0,
    daysLeft,
  };
}
