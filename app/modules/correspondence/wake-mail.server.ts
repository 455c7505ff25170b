import type { OfficeCtx } from "#app/context.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { DUE_HOUR } from "#app/platform/jobs/due-items.server.ts";
import { todayOf } from "./incoming.server.ts";
import { MAIL_KIND } from "./mail-kind.ts";

/** Has a day watched from tomorrow morning on, once the change that it belongs to is stored; nothing without a day. */
export async function wakeMail(ctx: OfficeCtx, dueOn: Day | null): Promise<void> {
  if (!dueOn) return;
  const morning = instantOf(ctx.tenant.timeZone, addDays(todayOf(ctx), 1), DUE_HOUR);
  await registerDue(ctx, ctx.tenant.villageId, MAIL_KIND, morning);
}
