import type { DueHandler } from "#app/platform/jobs/due.ts";
import { nextNight } from "#app/platform/jobs/nights.ts";
import type { SealedField } from "#app/platform/keys/sealed-field.ts";
import { carryExitOut } from "./carry-exit-out.server.ts";
import { EXPORT_KIND } from "./exports.server.ts";
import { makeExport, removeOldExports } from "./make-export.server.ts";

/** After the night's backup. */
const SHIFT_MINUTES = 60;

/** Makes exports that were asked for, removes old ones; a village that asked to leave leaves. Looks each night besides. */
export function createDataDue(fields: readonly SealedField[]): DueHandler {
  return {
    kind: EXPORT_KIND,
    whileSuspended: true,
    run: async (ctx) => {
      const exitAt = await carryExitOut(ctx);
      if (exitAt === "over") return { nextDueAt: null };
      await makeExport(ctx, fields);
      await removeOldExports(ctx);
      const night = nextNight(ctx.tenant, ctx.now, SHIFT_MINUTES);
      return { nextDueAt: exitAt && exitAt < night ? exitAt : night };
    },
  };
}
