import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { type Reading, reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { residentImportRows, residentImports } from "#db/village/schema/population.ts";
import type { ColumnMapping } from "./heading-rules.ts";
import { IMPORT_ROW } from "./sealed-fields.ts";
import { CHUNK_ROWS, type ImportState, OPEN_STATES, WORKING_STATES } from "./state-rules.ts";
import { IMPORT_WORDS } from "./words.ts";

export type ImportRow = typeof residentImports.$inferSelect;
export type StagedRow = typeof residentImportRows.$inferSelect;

/** Name of the setting that holds the headings a person chose last. */
export const REMEMBERED_HEADINGS = "resident-import.headings";
/** Kind of the work in the calendar. */
export const IMPORT_KIND = "resident-import";

const selectImport = (db: VillageDb | VillageTx, id: string) =>
  db.select().from(residentImports).where(eq(residentImports.id, id));

/** One import. @throws NotFoundError */
export async function getImport(db: VillageDb | VillageTx, id: string): Promise<ImportRow> {
  return foundOf(await selectImport(db, id));
}

/** The same, read together with other parts of a page. */
export function importReading(db: VillageDb, id: string): Reading<ImportRow> {
  return reading([selectImport(db, id)], ([rows]) => foundOf(rows));
}

function foundOf([row]: readonly ImportRow[]): ImportRow {
  if (!row) throw new NotFoundError(IMPORT_WORDS.gone);
  return row;
}

/** Query for the import that is under way: there is one at a time. */
export function selectOpenImport(db: VillageDb | VillageTx) {
  return db
    .select()
    .from(residentImports)
    .where(inArray(residentImports.state, [...OPEN_STATES]))
    .orderBy(asc(residentImports.id))
    .limit(1);
}

/** The import that the job has to go on with, or null. */
export async function findWorkingImport(db: VillageDb): Promise<ImportRow | null> {
  const isWorking = inArray(residentImports.state, [...WORKING_STATES]);
  const [row] = await db
    .select()
    .from(residentImports)
    .where(isWorking)
    .orderBy(asc(residentImports.id))
    .limit(1);
  return row ?? null;
}

/** The latest imports, newest first. */
export function selectImports(db: VillageDb) {
  return db.select().from(residentImports).orderBy(desc(residentImports.id)).limit(20);
}

/**
 * Moves an import on inside a transaction, if it still stands where the caller saw it; first of all writes there, so that
 * of two at once the second waits and finds it moved.
 * @returns false where somebody was faster
 */
export async function moveOn(
  tx: VillageTx,
  seen: Pick<ImportRow, "id" | "state" | "progress" | "version">,
  set: Partial<Omit<ImportRow, "id" | "version">>,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(residentImports)
    .set({ ...set, updatedAt: now.toISOString(), version: sql`${residentImports.version} + 1` })
    .where(
      and(
        eq(residentImports.id, seen.id),
        eq(residentImports.state, seen.state),
        eq(residentImports.version, seen.version),
      ),
    )
    .returning({ id: residentImports.id });
  return rows.length > 0;
}

/** The same for a person's own step. @throws ConflictError where it stands elsewhere by now */
export async function requireMove(
  tx: VillageTx,
  seen: ImportRow,
  from: readonly ImportState[],
  set: Partial<Omit<ImportRow, "id" | "version">>,
  now: Date,
): Promise<void> {
  if (!from.includes(seen.state) || !(await moveOn(tx, seen, set, now)))
    throw new ConflictError(IMPORT_WORDS.movedOn);
}

/** A staged row with its cells in the clear. */
export type OpenedRow = StagedRow & { cells: string[] };

/** Opens staged rows. */
export async function openRows(
  ctx: Pick<VillageCtx, "keys">,
  rows: readonly StagedRow[],
): Promise<OpenedRow[]> {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      cells: JSON.parse(await ctx.keys.open(IMPORT_ROW.field, row.sealed)) as string[],
    })),
  );
}

/** The next rows of an import behind a number of them, in the order of the file. */
export async function readChunk(db: VillageDb | VillageTx, id: string, offset: number, limit = CHUNK_ROWS) {
  return db
    .select()
    .from(residentImportRows)
    .where(eq(residentImportRows.importId, id))
    .orderBy(asc(residentImportRows.line))
    .limit(limit)
    .offset(offset);
}

/** Rows by outcome. */
export async function countOutcomes(db: VillageDb | VillageTx, id: string): Promise<Record<string, number>> {
  const { outcome, reasons } = residentImportRows;
  const rows = await db
    .select({
      outcome,
      rows: count(),
      warned: sql<number>`sum(${reasons} LIKE '%"isWarning":true%')`,
      secondHeads: sql<number>`sum(${reasons} LIKE '%"second-head"%' AND ${outcome} <> 'refused')`,
    })
    .from(residentImportRows)
    .where(eq(residentImportRows.importId, id))
    .groupBy(outcome);
  const counts: Record<string, number> = { warned: 0, secondHeads: 0 };
  for (const row of rows) {
    counts[row.outcome] = row.rows;
    if (row.outcome !== "refused") counts.warned = (counts.warned ?? 0) + (row.warned ?? 0);
    counts.secondHeads = (counts.secondHeads ?? 0) + (row.secondHeads ?? 0);
  }
  return counts;
}

/** Cells under their fields. */
export function cellOf(
  row: Pick<OpenedRow, "cells">,
  columns: ColumnMapping,
  key: keyof ColumnMapping,
): string {
  const column = columns[key];
  return column === undefined ? "" : (row.cells[column] ?? "");
}
