import { and, asc, count, eq, inArray, isNotNull, isNull, lte, min } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { addDays } from "#app/platform/clock.ts";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { dukcapilBatches, dukcapilForms } from "#db/village/schema/services.ts";
import { todayOf } from "./forms.server.ts";
import { longItem, readyItem, settledItem } from "./queue-rules.ts";
import { LONG_DAYS } from "./state-rules.ts";

const MOST = 50;

/** On Meja kerja: what came back to be mended, what may be collected, what is ready, and batches that wait for long. */
export const dukcapilQueue: DeskQueue = {
  module: "dukcapil",
  read: (ctx) => {
    if (!ctx.actor.permissions.has("dukcapil.write")) return reading([], () => []);
    const today = todayOf(ctx);
    return reading(
      [selectSettled(ctx), selectReadyCount(ctx), selectLong(ctx, addDays(today, -LONG_DAYS))],
      ([settled, [ready], long]): QueueItem[] => [
        ...settled.map((row) => settledItem(row, today)),
        ...readyItem(ready?.all ?? 0, ready?.since ?? null, today),
        ...long.map((row) => longItem({ ...row, sentOn: row.sentOn ?? today }, today)),
      ],
    );
  },
};

function selectSettled({ db }: OfficeCtx) {
  return db
    .select({
      id: dukcapilForms.id,
      form: dukcapilForms.form,
      state: dukcapilForms.state,
      personName: dukcapilForms.personName,
      finishedOn: dukcapilForms.finishedOn,
      returnedOn: dukcapilForms.returnedOn,
    })
    .from(dukcapilForms)
    .where(inArray(dukcapilForms.state, ["returned", "finished"]))
    .orderBy(asc(dukcapilForms.updatedAt))
    .limit(MOST);
}

function selectReadyCount({ db }: OfficeCtx) {
  return db
    .select({ all: count(), since: min(dukcapilForms.updatedAt) })
    .from(dukcapilForms)
    .where(and(eq(dukcapilForms.state, "ready"), isNull(dukcapilForms.batchId)));
}

/** Batches from which forms have not come back for long. */
function selectLong({ db }: OfficeCtx, until: string) {
  return db
    .select({
      id: dukcapilBatches.id,
      number: dukcapilBatches.number,
      year: dukcapilBatches.year,
      sentOn: dukcapilBatches.sentOn,
      waiting: count(),
    })
    .from(dukcapilForms)
    .innerJoin(dukcapilBatches, eq(dukcapilBatches.id, dukcapilForms.batchId))
    .where(
      and(
        eq(dukcapilForms.state, "sent"),
        isNotNull(dukcapilBatches.sentOn),
        lte(dukcapilBatches.sentOn, until),
      ),
    )
    .groupBy(dukcapilBatches.id)
    .limit(MOST);
}
