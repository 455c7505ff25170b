import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { newId } from "./ids.ts";

export interface InboxMessage {
  /** Names the event: an account gets it once, however often the work runs. */
  onceKey: string;
  title: string;
  body?: string;
  /** Address within the village's office that the message leads to. */
  href: string;
}

/** Puts a message into the inboxes of accounts, in the transaction of what it tells of. Who caused it gets none. */
export async function tell(
  ctx: Pick<VillageCtx, "actor" | "now">,
  tx: VillageDb | VillageTx,
  accountIds: Iterable<string | null>,
  message: InboxMessage,
): Promise<void> {
  const receivers = [...new Set(accountIds)].filter((id) => id !== null && id !== ctx.actor?.accountId);
  if (receivers.length === 0) return;
  const rows = receivers.map((accountId) => ({
    id: newId(ctx.now),
    accountId: accountId as string,
    ...message,
    createdAt: ctx.now.toISOString(),
  }));
  await tx.insert(inboxItems).values(rows).onConflictDoNothing();
}

/**
 * A statement that puts a message into one account's inbox where a condition holds by then: for batches that decide in
 * the database.
 */
export function tellWhere(
  db: VillageDb | VillageTx,
  now: Date,
  accountId: string,
  message: InboxMessage,
  condition: SQL,
) {
  const { onceKey, title, body = null, href } = message;
  return db.run(sql`INSERT OR IGNORE INTO inbox_items (id, account_id, once_key, title, body, href, created_at)
    SELECT ${newId(now)}, ${accountId}, ${onceKey}, ${title}, ${body}, ${href}, ${now.toISOString()}
    WHERE ${condition}`);
}

/** Marks an event's messages as read for everybody: what they asked for is done. */
export async function settleMessages(
  ctx: Pick<VillageCtx, "now">,
  tx: VillageTx,
  onceKey: string,
): Promise<void> {
  await tx
    .update(inboxItems)
    .set({ readAt: ctx.now.toISOString() })
    .where(and(eq(inboxItems.onceKey, onceKey), isNull(inboxItems.readAt)));
}
