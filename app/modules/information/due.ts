import type { VillageCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { DUE_HOUR, notifyDue, reconcileDue } from "#app/platform/jobs/due-items.server.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { INFORMATION_DUE_KINDS, requestDueThings } from "./due-rules.ts";
import { INFORMATION_KIND } from "./information-kind.ts";
import { isStillOpen } from "./requests.server.ts";

/** With nothing open nothing falls due; a look a week finds what a wake-up that was lost would have told of. */
const IDLE_DAYS = 7;

/** Tells who handles public information of answers that press or are late. Worked out anew in each run. */
export const informationDue: DueHandler = {
  kind: INFORMATION_KIND,
  run: async (ctx) => {
    const things = await readDue(ctx);
    await reconcileDue(ctx, INFORMATION_DUE_KINDS, things);
    await notifyDue(ctx, INFORMATION_DUE_KINDS, things);
    const today = dayIn(ctx.tenant.timeZone, ctx.now);
    const days = things.length > 0 ? 1 : IDLE_DAYS;
    return { nextDueAt: instantOf(ctx.tenant.timeZone, addDays(today, days), DUE_HOUR) };
  },
};

async function readDue(ctx: VillageCtx) {
  const [requests, holders] = await ctx.db.batch([
    ctx.db.select().from(informationRequests).where(isStillOpen),
    holdersStatement(ctx, ctx.db, "information.handle"),
  ]);
  return requestDueThings(
    requests,
    holders.map(({ accountId }) => accountId),
  );
}
