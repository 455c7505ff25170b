import { and, desc, eq, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";

const PAGE_ROWS = 30;

/** One page of the messages of whoever is signed in, newest first; `before` is the last id of the page before. */
export async function listInbox(ctx: OfficeCtx, before: string | null) {
  const own = eq(inboxItems.accountId, ctx.actor.accountId);
  const rows = await ctx.db
    .select()
    .from(inboxItems)
    .where(before ? and(own, lt(inboxItems.id, before)) : own)
    .orderBy(desc(inboxItems.id))
    .limit(PAGE_ROWS + 1);
  const items = rows.slice(0, PAGE_ROWS);
  return { items, nextBefore: rows.length > PAGE_ROWS ? (items.at(-1)?.id ?? null) : null };
}
