import type { OfficeCtx } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { nextDeadlineStep } from "#app/platform/privacy/deadline-rules.ts";
import { PRIVACY_KIND } from "./privacy-kind.ts";

/** Has a deadline watched; once the change that it belongs to is stored. */
export async function watchDeadline(ctx: OfficeCtx, dueAt: string): Promise<void> {
  await registerDue(ctx, ctx.tenant.villageId, PRIVACY_KIND, nextDeadlineStep(dueAt, ctx.now) ?? ctx.now);
}
