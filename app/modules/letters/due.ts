import type { DueHandler } from "#app/platform/jobs/due.ts";
import { makePrint, removeOldPrints } from "./make-print.server.ts";
import { findOpenPrint, PRINT_KIND } from "./print-jobs.server.ts";

/**
 * Goes on with batch prints, one step a run and a message to itself for the next, and removes files whose time is over.
 */
export const letterPrintDue: DueHandler = {
  kind: PRINT_KIND,
  run: async (ctx) => {
    await makePrint(ctx);
    const nextDueAt = await removeOldPrints(ctx);
    if (!(await findOpenPrint(ctx.db))) return { nextDueAt };
    await ctx.queue.send({ kind: "run-village-due", villageId: ctx.tenant.villageId });
    return { nextDueAt: ctx.now };
  },
};
