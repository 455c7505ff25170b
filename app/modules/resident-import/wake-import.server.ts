import type { VillageCtx } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { IMPORT_KIND } from "./queries.server.ts";

/** Lets the job go on: the calendar remembers it, the message wakes it at once. */
export async function wakeImport(
  ctx: Pick<VillageCtx, "directory" | "now" | "queue" | "tenant">,
): Promise<void> {
  const { villageId } = ctx.tenant;
  await registerDue(ctx, villageId, IMPORT_KIND, ctx.now);
  await ctx.queue.send({ kind: "run-village-due", villageId });
}
