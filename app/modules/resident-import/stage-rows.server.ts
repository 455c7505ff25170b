import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { insertRows } from "#app/modules/population/event-rows.server.ts";
import { newId } from "#app/platform/ids.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import type { SheetLine } from "#app/platform/sheet/stream-xlsx.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { files, settings } from "#db/village/schema/village.ts";
import {
  type ColumnMapping,
  guessMapping,
  openSidMapping,
  type RememberedHeadings,
} from "./heading-rules.ts";
import { getImport, type ImportRow, moveOn, REMEMBERED_HEADINGS } from "./queries.server.ts";
import { openTable, type Table } from "./read-table.ts";
import { IMPORT_ROW } from "./sealed-fields.ts";
import { getSealedFile } from "./sealed-file.server.ts";
import { CHUNK_ROWS, planOf } from "./state-rules.ts";
import { FILE_ERRORS, IMPORT_WORDS } from "./words.ts";

const SAMPLE_ROWS = 50;

/**
 * Reads the file and puts its rows away sealed, 500 a transaction; goes on behind what a cut-off run has left. OpenSID's
 * files go on to the check, any other waits for its columns.
 */
export async function stageRows(ctx: VillageCtx, found: ImportRow): Promise<void> {
  const bytes = await readFile(ctx, found);
  if (!bytes) return fail(ctx, found, IMPORT_WORDS.fileLost);
  try {
    const table = openTable(bytes);
    const samples = await stageAll(ctx, found, table);
    if (samples) await finish(ctx, found, await firstPlan(ctx, table, samples));
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    await fail(ctx, found, FILE_ERRORS[error.code](error.row));
  }
}

/** @returns the first rows, to guess columns by; null where another run is at it */
async function stageAll(ctx: VillageCtx, found: ImportRow, table: Table): Promise<string[][] | null> {
  const samples: string[][] = [];
  let chunk: SheetLine[] = [];
  let count = 0;
  const put = async () => {
    const isNew = await stageChunk(ctx, found.id, chunk, count);
    chunk = [];
    return isNew;
  };
  for (const row of table.rows) {
    count++;
    if (samples.length < SAMPLE_ROWS) samples.push(row.cells);
    if (count <= found.progress) continue;
    chunk.push(row);
    if (chunk.length === CHUNK_ROWS && !(await put())) return null;
  }
  if (chunk.length > 0 && !(await put())) return null;
  return samples;
}

/** @param done rows of the file up to the end of the chunk */
async function stageChunk(ctx: VillageCtx, id: string, chunk: SheetLine[], done: number): Promise<boolean> {
  const rows = await Promise.all(
    chunk.map(async ({ line, cells }) => ({
      id: newId(ctx.now),
      importId: id,
      line,
      sealed: await ctx.keys.seal(IMPORT_ROW.field, JSON.stringify(cells)),
      outcome: "unread" as const,
    })),
  );
  return ctx.db.transaction(async (tx) => {
    const found = await getImport(tx, id);
    const isNext = found.state === "reading" && found.progress === done - chunk.length;
    if (!isNext || !(await moveOn(tx, found, { progress: done }, ctx.now))) return false;
    await insertRows(tx, residentImportRows, rows);
    return true;
  });
}

async function firstPlan(ctx: VillageCtx, table: Table, samples: string[][]): Promise<FirstPlan> {
  if (table.format !== "sheet") return { columns: openSidMapping(table.headings), isSure: true };
  const [remembered] = await ctx.db.select().from(settings).where(eq(settings.key, REMEMBERED_HEADINGS));
  const known = (remembered?.value ?? {}) as RememberedHeadings;
  return { columns: guessMapping(table.headings, samples, known), isSure: false };
}

interface FirstPlan {
  columns: ColumnMapping;
  isSure: boolean;
}

async function finish(
  ctx: VillageCtx,
  { id, fileId }: ImportRow,
  { columns, isSure }: FirstPlan,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await getImport(tx, id);
    const set = {
      state: isSure ? ("checking" as const) : ("mapping" as const),
      mapping: { ...planOf(found.mapping), columns },
      rowCount: found.progress,
      progress: 0,
    };
    if (found.state === "reading") await moveOn(tx, found, set, ctx.now);
  });
  await removeFile(ctx, fileId);
}

async function fail(ctx: VillageCtx, { id, fileId }: ImportRow, sentence: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await getImport(tx, id);
    if (found.state === "reading") await moveOn(tx, found, { state: "failed", error: sentence }, ctx.now);
  });
  await removeFile(ctx, fileId);
}

async function readFile(ctx: VillageCtx, { fileId }: ImportRow): Promise<Uint8Array | null> {
  const [file] = await ctx.db
    .select()
    .from(files)
    .where(eq(files.id, fileId ?? ""));
  return file ? getSealedFile(ctx, file.storageKey) : null;
}

/** The file has done its work once its rows are staged. */
export async function removeFile(
  ctx: Pick<VillageCtx, "db" | "files">,
  fileId: string | null,
): Promise<void> {
  if (!fileId) return;
  const [file] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  if (!file) return;
  await ctx.files.delete(file.storageKey);
  await ctx.db.delete(files).where(eq(files.id, fileId));
}
