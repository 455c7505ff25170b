import { inArray } from "drizzle-orm";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { DUE_HOUR, type DueThing, notifyDue, reconcileDue } from "#app/platform/jobs/due-items.server.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { COMPLAINTS_KIND } from "./complaint-kind.ts";
import { type ComplaintRow, todayOf } from "./complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

const KINDS = ["complaints.due", "complaints.late"];
/** With nothing open nothing falls due; a look a week finds what a wake-up that was lost would have told of. */
const IDLE_DAYS = 7;

/** Tells who answers for a complaint the day before its answer is due, and him and who assigns once it is late. */
export const complaintsDue: DueHandler = {
  kind: COMPLAINTS_KIND,
  run: async (ctx) => {
    const [open, leaders] = await ctx.db.batch([
      ctx.db
        .select()
        .from(complaints)
        .where(inArray(complaints.state, ["new", "assigned"])),
      holdersStatement(ctx, ctx.db, "complaints.assign"),
    ]);
    const leading = leaders.map(({ accountId }) => accountId);
    const things = open.flatMap((row) => thingsOf(row, leading));
    await reconcileDue(ctx, KINDS, things);
    await notifyDue(ctx, KINDS, things);
    const next = addDays(todayOf(ctx), open.length > 0 ? 1 : IDLE_DAYS);
    return { nextDueAt: instantOf(ctx.tenant.timeZone, next, DUE_HOUR) };
  },
};

function thingsOf(
  { id, number, dueOn, ownerAccountId }: ComplaintRow,
  leaders: readonly string[],
): DueThing[] {
  if (!dueOn) return [];
  const thing = { subjectId: id, href: `/kantor/pengaduan/${id}` };
  return [
    {
      ...thing,
      dueKey: `complaints.due:${id}:${dueOn}`,
      kind: "complaints.due",
      dueOn: addDays(dueOn, -1),
      receivers: ownerAccountId ? [ownerAccountId] : leaders,
      title: COMPLAINT_WORDS.dueSoon(number),
    },
    {
      ...thing,
      dueKey: `complaints.late:${id}:${dueOn}`,
      kind: "complaints.late",
      dueOn: addDays(dueOn, 1),
      receivers: [...new Set([...(ownerAccountId ? [ownerAccountId] : []), ...leaders])],
      title: COMPLAINT_WORDS.overdue(number),
    },
  ];
}
