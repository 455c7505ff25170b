import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";

/**
 * Marks messages of whoever is signed in as read: one, or all. Reading is nobody else's business, so it leaves no audit
 * row; doing it twice changes nothing.
 * @returns where the one message leads to, or null
 */
export async function markInboxRead(ctx: OfficeCtx, id: string | null): Promise<{ href: string | null }> {
  requirePermission(ctx, "office.enter");
  const own = eq(inboxItems.accountId, ctx.actor.accountId);
  const readAt = ctx.now.toISOString();
  if (id === null) {
    await ctx.db
      .update(inboxItems)
      .set({ readAt })
      .where(and(own, isNull(inboxItems.readAt)));
    return { href: null };
  }
  const [row] = await ctx.db
    .update(inboxItems)
    .set({ readAt })
    .where(and(own, eq(inboxItems.id, id)))
    .returning({ href: inboxItems.href });
  return { href: row?.href ?? null };
}
