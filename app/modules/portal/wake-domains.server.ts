import type { VillageCtx } from "#app/context.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { DOMAINS_KIND } from "./domains-kind.ts";

/** While most sleep. */
const LOOK_HOUR = 3;

/** The look of the night so many days from now. */
export function nightIn(ctx: Pick<VillageCtx, "tenant" | "now">, days: number): Date {
  const { timeZone } = ctx.tenant;
  return instantOf(timeZone, addDays(dayIn(timeZone, ctx.now), days), LOOK_HOUR);
}

/** Has hosts that are served looked at from the coming night on. */
export async function wakeDomains(ctx: VillageCtx): Promise<void> {
  await registerDue(ctx, ctx.tenant.villageId, DOMAINS_KIND, nightIn(ctx, 1));
}
