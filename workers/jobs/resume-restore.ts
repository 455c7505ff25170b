import { and, asc, eq, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import type { RestoreOrderRow } from "#app/platform/backup/order-restore.server.ts";
import { errorText } from "#app/platform/error-text.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { restoreRules } from "#app/registry.server.ts";
import { isFault } from "#db/backup/verify-backup.ts";
import { restoreOrders } from "#db/directory/schema/backups.ts";
import { placeIn } from "#db/place.ts";
import { RestoreError, VillageBusyError } from "#db/restore/restore-error.ts";
import { findBackup, type RestoreSource } from "#db/restore/restore-source.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { findRestore } from "#db/restore/switch-village.ts";

const ORDERS_PER_SWEEP = 20;
/** What does not go well so often is not mended by waiting. */
const MAX_ATTEMPTS = 5;

/** Restores that somebody asked for and that are not over. */
export async function listOpenRestores(ctx: BaseCtx): Promise<QueueMessage[]> {
  const open = await ctx.directory
    .select({ orderId: restoreOrders.id })
    .from(restoreOrders)
    .where(eq(restoreOrders.state, "waiting"))
    .orderBy(asc(restoreOrders.askedAt))
    .limit(ORDERS_PER_SWEEP);
  return open.map(({ orderId }) => ({ kind: "resume-restore", orderId }));
}

/** Carries one restore out; one that was cut off begins anew, one that is at fault ends with its reason. */
export async function resumeRestore(base: BaseCtx, orderId: string): Promise<void> {
  const order = await countAttempt(base, orderId);
  if (!order) return;
  const key = `restore-failed:${order.villageId}`;
  try {
    const source = await sourceOf(base, order);
    const isDone = (await findRestore(base.directory, order.id)) !== null;
    if (!isDone) await restoreAs(base, order, source);
    await endOrder(base, order, { state: "done", lastError: null });
    await settleAlert(base, key);
  } catch (error) {
    base.log.error("restore.failed", error, { villageId: order.villageId, attempts: order.attempts });
    const isOver = isHopeless(error) || order.attempts >= MAX_ATTEMPTS;
    const why = error instanceof RestoreError ? error.message : errorText(error);
    const lastError = why.slice(0, 500);
    if (!isOver) return void (await noteError(base, order, lastError));
    await endOrder(base, order, { state: "failed", lastError });
    await raiseAlert(base, {
      key,
      severity: "peringatan",
      sentence: `Pemulihan desa gagal dan tidak ada yang diubah: ${lastError}. Pilih sumber lain atau perbaiki sebabnya, lalu minta lagi.`,
      villageId: order.villageId,
    });
  }
}

function isHopeless(error: unknown): boolean {
  return isFault(error) || (error instanceof RestoreError && !(error instanceof VillageBusyError));
}

/** Counted before it is made, so that one that kills the process is counted too. */
async function countAttempt(base: BaseCtx, orderId: string): Promise<RestoreOrderRow | null> {
  const [order] = await base.directory
    .update(restoreOrders)
    .set({ attempts: sql`${restoreOrders.attempts} + 1` })
    .where(and(eq(restoreOrders.id, orderId), eq(restoreOrders.state, "waiting")))
    .returning();
  return order ?? null;
}

async function sourceOf(base: BaseCtx, order: RestoreOrderRow): Promise<RestoreSource> {
  if (order.sourceKind === "moment") return { kind: "moment", at: new Date(order.source) };
  if (order.sourceKind === "copy") return { kind: "copy", database: order.source };
  const backup = await findBackup(base.directory, order.source);
  if (!backup) throw new RestoreError("cadangan itu tidak ada lagi");
  return { kind: "backup", backup };
}

async function restoreAs(base: BaseCtx, order: RestoreOrderRow, source: RestoreSource): Promise<void> {
  const clock = base.vault?.clock ?? (() => base.now);
  const deps = { place: placeIn(base.homes), vault: base.vault, rules: restoreRules, now: base.now, clock };
  await restoreVillage(deps, order.villageId, { source, id: order.id, askedBy: order.askedBy });
}

async function endOrder(
  base: BaseCtx,
  order: RestoreOrderRow,
  end: Pick<RestoreOrderRow, "state" | "lastError">,
): Promise<void> {
  await base.directory
    .update(restoreOrders)
    .set({ ...end, finishedAt: base.now.toISOString() })
    .where(eq(restoreOrders.id, order.id));
}

async function noteError(base: BaseCtx, order: RestoreOrderRow, lastError: string): Promise<void> {
  await base.directory.update(restoreOrders).set({ lastError }).where(eq(restoreOrders.id, order.id));
}
