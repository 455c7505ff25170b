import { and, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { errorText } from "#app/platform/error-text.ts";
import { openedExport } from "#app/platform/export/export-rules.ts";
import { exportKey, writeSealedExport } from "#app/platform/export/sealed-export.server.ts";
import { tell } from "#app/platform/inbox.ts";
import type { SealedField } from "#app/platform/keys/sealed-field.ts";
import { removeObjects } from "#db/backup/object-parts.ts";
import { fromBase64 } from "#db/sealed/bytes.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import {
  claimExport,
  EXPORT_KEY_FIELD,
  type ExportPayload,
  type ExportRow,
  leaseEnd,
  progressOf,
  selectExports,
} from "./exports.server.ts";
import { EXPORT_DAYS } from "./rules.ts";
import { DATA_WORDS } from "./words.ts";

const DAY_MS = 86_400_000;
const MAX_ATTEMPTS = 3;

/**
 * Makes the export that waits, if one does. A try that was cut off is begun anew; the third failure ends it.
 * @throws whatever home or store met: the work comes again later
 */
export async function makeExport(ctx: VillageCtx, fields: readonly SealedField[]): Promise<void> {
  const row = await claimExport(ctx);
  if (!row) return;
  // Each try so far was killed.
  if (row.attempts > MAX_ATTEMPTS) return giveUp(ctx, row, "cut off each time");
  try {
    const done = await writeExport(ctx, row, fields);
    const expiresAt = new Date(ctx.now.getTime() + EXPORT_DAYS * DAY_MS).toISOString();
    await endExport(ctx, row, { state: "done", progress: { ...done, expiresAt } });
    await tellMaker(ctx, row, DATA_WORDS.exportReady, DATA_WORDS.exportReadyBody);
  } catch (error) {
    const lastError = errorText(error).slice(0, 500);
    if (row.attempts < MAX_ATTEMPTS) {
      await ctx.db.update(jobs).set({ lastError, leasedUntil: null }).where(eq(jobs.id, row.id));
      throw error;
    }
    ctx.log.error("export.failed", error);
    await giveUp(ctx, row, lastError);
  }
}

async function giveUp(ctx: VillageCtx, row: ExportRow, lastError: string): Promise<void> {
  await removeObjects(ctx.files, exportKey(ctx.tenant.villageId, row.id));
  await endExport(ctx, row, { state: "failed", lastError });
  await tellMaker(ctx, row, DATA_WORDS.exportFailed, DATA_WORDS.exportFailedBody);
}

async function writeExport(ctx: VillageCtx, row: ExportRow, fields: readonly SealedField[]) {
  const { note, sealedKey } = row.payload as ExportPayload;
  if (!note || !sealedKey) throw new Error("an export without its key");
  const key = { note, raw: fromBase64(await ctx.keys.open(EXPORT_KEY_FIELD, sealedKey)) };
  const rules = openedExport(fields, ctx.keys);
  return writeSealedExport(ctx, row.id, key, rules, async (bytes) => {
    // Shows how far it is, and that somebody is at it.
    const clock = ctx.vault?.clock() ?? ctx.now;
    const progress = { bytes };
    await ctx.db
      .update(jobs)
      .set({ progress, leasedUntil: leaseEnd(clock) })
      .where(eq(jobs.id, row.id));
  });
}

async function endExport(
  ctx: VillageCtx,
  row: ExportRow,
  end: Partial<Pick<ExportRow, "state" | "progress" | "lastError">>,
): Promise<void> {
  await ctx.db
    .update(jobs)
    .set({ ...end, payload: {}, leasedUntil: null, finishedAt: ctx.now.toISOString() })
    .where(and(eq(jobs.id, row.id), eq(jobs.attempts, row.attempts)));
}

function tellMaker(ctx: VillageCtx, row: ExportRow, title: string, body: string): Promise<void> {
  const message = { onceKey: `export:${row.id}:${title}`, title, body, href: "/kantor/data-desa" };
  return tell({ actor: null, now: ctx.now }, ctx.db, [row.createdBy], message);
}

/** Removes exports whose time is over. */
export async function removeOldExports(ctx: VillageCtx): Promise<void> {
  for (const row of await selectExports(ctx.db, 50)) {
    const { expiresAt, removedAt, ...progress } = progressOf(row);
    if (row.state !== "done" || removedAt || !expiresAt || expiresAt > ctx.now.toISOString()) continue;
    await removeObjects(ctx.files, exportKey(ctx.tenant.villageId, row.id));
    const removed = { ...progress, expiresAt, removedAt: ctx.now.toISOString() };
    await ctx.db.update(jobs).set({ progress: removed }).where(eq(jobs.id, row.id));
  }
}
