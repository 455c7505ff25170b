import { and, desc, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { checklistFrom, selectChecklist } from "#app/modules/village/checklist.server.ts";
import type { QueueItem } from "#app/platform/desk-queue.ts";
import { allReadings, mapReading, reading, readTogether } from "#app/platform/read-together.ts";
import { deskQueues } from "#app/registry.server.ts";
import { isModuleOn } from "#app/registry.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";

const NEWS_SHOWN = 5;

/** What Meja kerja shows: the queue of all modules, unread messages and the first-hour checklist, in one round trip. */
export async function loadDesk(ctx: OfficeCtx, switches: ReadonlyMap<string, boolean>) {
  const queues = deskQueues.filter(({ module }) => module === null || isModuleOn(module, switches));
  const { queue, news, checklist } = await readTogether(ctx.db, {
    queue: mapReading(allReadings(queues.map((each) => each.read(ctx))), (lists) => sorted(lists.flat())),
    news: reading([selectUnread(ctx)], ([rows]) => rows),
    checklist: reading(selectChecklist(ctx), ([facts, marks]) => checklistFrom(facts, marks)),
  });
  return {
    waiting: queue.filter((item) => item.group === "waiting"),
    current: queue.filter((item) => item.group === "current"),
    news,
    checklist: ctx.actor.permissions.has("village.settings") ? checklist : null,
  };
}

function sorted(items: readonly QueueItem[]): QueueItem[] {
  return items.toSorted((a, b) => a.daysLeft - b.daysLeft);
}

function selectUnread(ctx: OfficeCtx) {
  return ctx.db
    .select()
    .from(inboxItems)
    .where(and(eq(inboxItems.accountId, ctx.actor.accountId), isNull(inboxItems.readAt)))
    .orderBy(desc(inboxItems.id))
    .limit(NEWS_SHOWN);
}
