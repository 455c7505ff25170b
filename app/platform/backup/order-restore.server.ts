import { and, desc, eq } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { restoreOrders } from "#db/directory/schema/backups.ts";
import { newId } from "#db/ids.ts";
import type { DirectoryDb } from "#db/open.ts";

export type RestoreOrderRow = typeof restoreOrders.$inferSelect;

/** Where a restore takes the village's state from (db/restore/restore-source.ts says what each needs). */
export type OrderedSource =
  | { kind: "backup"; backupId: string }
  | { kind: "moment"; at: Date }
  | { kind: "copy"; database: string };

export interface RestoreWish {
  villageId: string;
  source: OrderedSource;
  /** As the proof names him: `Ni Luh Sari, operator`. */
  askedBy: string;
}

/**
 * Asks for a restore of one village: the row is the truth, the message only wakes a consumer, and the sweep sends it
 * again. Whoever asks has checked the permission and writes his own audit row. Twice for one village is no error.
 * @returns the open order of the village; `listRestoreOrders` tells later what became of it
 */
export async function orderRestore(
  ctx: Pick<BaseCtx, "directory" | "now" | "queue">,
  { villageId, source, askedBy }: RestoreWish,
): Promise<RestoreOrderRow> {
  await ctx.directory
    .insert(restoreOrders)
    .values({
      id: newId(ctx.now),
      villageId,
      sourceKind: source.kind,
      source: textOf(source),
      askedBy,
      askedAt: ctx.now.toISOString(),
      state: "waiting",
    })
    .onConflictDoNothing();
  const isOpen = and(eq(restoreOrders.villageId, villageId), eq(restoreOrders.state, "waiting"));
  const [order] = await ctx.directory.select().from(restoreOrders).where(isOpen);
  if (!order) throw new Error(`the restore of ${villageId} was over at once`);
  await ctx.queue.send({ kind: "resume-restore", orderId: order.id });
  return order;
}

function textOf(source: OrderedSource): string {
  if (source.kind === "backup") return source.backupId;
  return source.kind === "moment" ? source.at.toISOString() : source.database;
}

/** Orders of a village, newest first, with how each ended. */
export function listRestoreOrders(
  ctx: Pick<BaseCtx, "directory">,
  villageId: string,
  limit = 10,
): Promise<RestoreOrderRow[]> {
  return ctx.directory
    .select()
    .from(restoreOrders)
    .where(eq(restoreOrders.villageId, villageId))
    .orderBy(desc(restoreOrders.askedAt))
    .limit(limit);
}

/** Takes a village's open order back; a run that is under way still ends. */
export async function cancelRestore(directory: DirectoryDb, villageId: string, now: Date): Promise<void> {
  await directory
    .update(restoreOrders)
    .set({ state: "failed", lastError: "dibatalkan", finishedAt: now.toISOString() })
    .where(and(eq(restoreOrders.villageId, villageId), eq(restoreOrders.state, "waiting")));
}
