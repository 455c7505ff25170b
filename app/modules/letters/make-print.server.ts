import { and, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { errorText } from "#app/platform/error-text.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepMadeFile } from "#app/platform/files/keep-made-file.ts";
import { tell } from "#app/platform/inbox.ts";
import { mergePdfs } from "#app/platform/pdf/merge-pdfs.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { files } from "#db/village/schema/village.ts";
import { readLetterFile, readStored } from "./complete-version.server.ts";
import { FOLDER_WORDS } from "./folder-words.ts";
import { PRINT_AT_ONCE } from "./load-folder.server.ts";
import {
  claimPrint,
  idsOf,
  PRINT_HOURS,
  type PrintProgress,
  type PrintRow,
  progressOf,
  selectOffered,
} from "./print-jobs.server.ts";

const HOUR_MILLIS = 3_600_000;
/** Tries of one part. */
const MAX_ATTEMPTS = 3;
/** Nothing is tied to such a file: it lives shorter than what the sweep leaves alone. */
const PURPOSE = "letters-print";

/**
 * Takes the batch print that waits one step on: the next 25 letters as a part, or, once all are there, the parts as one
 * file. A step that was cut off is made again; nothing points to what it had stored, so that is swept away.
 * @throws whatever database or store met: the step comes again later
 */
export async function makePrint(ctx: VillageCtx): Promise<void> {
  const row = await claimPrint(ctx);
  if (!row) return;
  if (row.attempts > MAX_ATTEMPTS) return giveUp(ctx, row, "cut off each time");
  try {
    const progress = progressOf(row);
    if (progress.done < idsOf(row).length) await makePart(ctx, row, progress);
    else await joinParts(ctx, row, progress);
  } catch (error) {
    const lastError = errorText(error).slice(0, 500);
    if (row.attempts >= MAX_ATTEMPTS) {
      ctx.log.error("letters-print.failed", error);
      return giveUp(ctx, row, lastError);
    }
    await ctx.db.update(jobs).set({ lastError, leasedUntil: null }).where(eq(jobs.id, row.id));
    throw error;
  }
}

async function makePart(ctx: VillageCtx, row: PrintRow, progress: PrintProgress): Promise<void> {
  const ids = idsOf(row).slice(progress.done, progress.done + PRINT_AT_ONCE);
  const papers: Uint8Array<ArrayBuffer>[] = [];
  const held: string[] = [];
  for (const id of ids) {
    const paper = await paperOf(ctx, id);
    if (!paper) continue;
    papers.push(paper);
    held.push(id);
  }
  const parts = [...progress.parts];
  if (papers.length > 0) parts.push(await keep(ctx, row, await mergePdfs(papers)));
  const next = { ...progress, parts, held: [...progress.held, ...held], done: progress.done + ids.length };
  await settle(ctx, row, { state: "running", attempts: 0, progress: { ...next } });
}

/** A letter that was cancelled or given back meanwhile has no paper; it is left out and counted. */
async function paperOf(ctx: VillageCtx, id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readLetterFile(ctx, id);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

async function joinParts(ctx: VillageCtx, row: PrintRow, progress: PrintProgress): Promise<void> {
  const { parts, held } = progress;
  if (parts.length === 0) return giveUp(ctx, row, "no letter has a paper");
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  for (const part of parts) bytes.push(await readStored(ctx, ctx.db, part));
  const fileId = parts.length === 1 ? (parts[0] ?? "") : await keep(ctx, row, await mergePdfs(bytes));
  const expiresAt = new Date(ctx.now.getTime() + PRINT_HOURS * HOUR_MILLIS).toISOString();
  const done = { done: progress.done, parts: [], held, fileId, expiresAt };
  const finishedAt = ctx.now.toISOString();
  await settle(ctx, row, { state: "done", progress: done, finishedAt });
  await tellMaker(ctx, row, FOLDER_WORDS.ready, FOLDER_WORDS.readyBody);
  for (const part of parts) if (part !== fileId) await removeFile(ctx, part);
}

async function keep(ctx: VillageCtx, row: PrintRow, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const about = { purpose: PURPOSE, name: "map-tanda-tangan.pdf", mediaType: "application/pdf" };
  return (await keepMadeFile(ctx, bytes, { ...about, createdBy: row.createdBy ?? "" })).id;
}

async function giveUp(ctx: VillageCtx, row: PrintRow, lastError: string): Promise<void> {
  await settle(ctx, row, { state: "failed", lastError, finishedAt: ctx.now.toISOString() });
  await tellMaker(ctx, row, FOLDER_WORDS.failed, FOLDER_WORDS.failedBody);
  for (const part of progressOf(row).parts) await removeFile(ctx, part);
}

/** Only the run that holds the row writes it: one that was thought dead and wakes up changes nothing. */
async function settle(
  ctx: VillageCtx,
  row: PrintRow,
  change: Partial<typeof jobs.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(jobs)
    .set({ ...change, leasedUntil: null })
    .where(and(eq(jobs.id, row.id), eq(jobs.attempts, row.attempts)));
}

function tellMaker(ctx: VillageCtx, row: PrintRow, title: string, body: string): Promise<void> {
  const message = { onceKey: `letters-print:${row.id}`, title, body, href: "/kantor/surat/map" };
  return tell({ actor: null, now: ctx.now }, ctx.db, [row.createdBy], message);
}

/**
 * Removes files whose time is over: bytes, then the row, so that a crash between is mended by the next run.
 * @returns when the next one's time is over, or null
 */
export async function removeOldPrints(ctx: VillageCtx): Promise<Date | null> {
  const now = ctx.now.toISOString();
  const kept: string[] = [];
  for (const row of await selectOffered(ctx.db)) {
    const { fileId, expiresAt, removedAt, ...rest } = progressOf(row);
    if (!fileId || !expiresAt || removedAt) continue;
    if (expiresAt > now) {
      kept.push(expiresAt);
      continue;
    }
    await removeFile(ctx, fileId);
    const progress = { ...rest, expiresAt, removedAt: now };
    await ctx.db.update(jobs).set({ progress }).where(eq(jobs.id, row.id));
  }
  const [next] = kept.toSorted();
  return next ? new Date(next) : null;
}

async function removeFile(ctx: VillageCtx, fileId: string): Promise<void> {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  if (!row) return;
  await ctx.files.delete(row.storageKey);
  await ctx.db.delete(files).where(eq(files.id, fileId));
}
