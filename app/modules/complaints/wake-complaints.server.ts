import type { VillageCtx } from "#app/context.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { DUE_HOUR } from "#app/platform/jobs/due-items.server.ts";
import { COMPLAINTS_KIND } from "./complaint-kind.ts";
import { todayOf } from "./complaints.server.ts";

/** Has the days of complaints watched from tomorrow morning on, once the change that it belongs to is stored. */
export async function wakeComplaints(ctx: VillageCtx): Promise<void> {
  const morning = instantOf(ctx.tenant.timeZone, addDays(todayOf(ctx), 1), DUE_HOUR);
  await registerDue(ctx, ctx.tenant.villageId, COMPLAINTS_KIND, morning);
}
