import type { VillageCtx } from "#app/context.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { applyRows } from "./apply-rows.server.ts";
import { checkRows } from "./check-rows.server.ts";
import { findWorkingImport, IMPORT_KIND, type ImportRow } from "./queries.server.ts";
import { stageRows } from "./stage-rows.server.ts";
import type { ImportState } from "./state-rules.ts";
import { undoRows } from "./undo-rows.server.ts";

const STEPS: Partial<Record<ImportState, (ctx: VillageCtx, found: ImportRow) => Promise<void>>> = {
  reading: stageRows,
  checking: checkRows,
  applying: applyRows,
  undoing: undoRows,
};

/**
 * Goes on with the import that has work: one chunk a run, and a message to itself for the next. Where a run stands follows
 * from the rows alone, so one that was cut off, doubled or came late does nothing twice.
 */
export const residentImportDue: DueHandler = {
  kind: IMPORT_KIND,
  run: async (ctx) => {
    const found = await findWorkingImport(ctx.db);
    if (!found) return { nextDueAt: null };
    await STEPS[found.state]?.(ctx, found);
    if (!(await findWorkingImport(ctx.db))) return { nextDueAt: null };
    await ctx.queue.send({ kind: "run-village-due", villageId: ctx.tenant.villageId });
    return { nextDueAt: ctx.now };
  },
};
