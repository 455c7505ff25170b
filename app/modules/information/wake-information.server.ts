import type { VillageCtx } from "#app/context.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { DUE_HOUR } from "#app/platform/jobs/due-items.server.ts";
import { INFORMATION_KIND } from "./information-kind.ts";
import { todayOf } from "./requests.server.ts";

/** Has open requests watched from tomorrow morning on. */
export async function wakeInformation(ctx: VillageCtx): Promise<void> {
  const morning = instantOf(ctx.tenant.timeZone, addDays(todayOf(ctx), 1), DUE_HOUR);
  await registerDue(ctx, ctx.tenant.villageId, INFORMATION_KIND, morning);
}
