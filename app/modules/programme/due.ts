import { addDays, instantOf } from "#app/platform/clock.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { DUE_HOUR, notifyDue, reconcileDue } from "#app/platform/jobs/due-items.server.ts";
import { DUE_KINDS } from "./due-rules.ts";
import { readDue } from "./read-due.server.ts";
import { todayOf } from "./running-queries.server.ts";
import { startProgrammes } from "./start-programme.server.ts";

/** Without an open programme nothing falls due; a look a week finds one that was opened meanwhile. */
const IDLE_DAYS = 7;

/**
 * What the work programme puts on the calendar: reports of each quarter, dated steps, lags to explain, and the start of
 * the year. Due items are worked out anew in each run, so that what was settled, dropped or moved tells nobody.
 */
export const programmeDue: DueHandler = {
  kind: "programme",
  run: async (ctx) => {
    await startProgrammes(ctx);
    const { isAnyOpen, things, startsAt } = await readDue(ctx);
    await reconcileDue(ctx, DUE_KINDS, things);
    await notifyDue(ctx, DUE_KINDS, things);
    const days = isAnyOpen ? 1 : IDLE_DAYS;
    const morning = instantOf(ctx.tenant.timeZone, addDays(todayOf(ctx), days), DUE_HOUR);
    const nextDueAt = startsAt.find((start) => start > ctx.now && start < morning) ?? morning;
    return { nextDueAt };
  },
};
