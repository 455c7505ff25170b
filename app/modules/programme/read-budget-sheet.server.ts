import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { inspectUpload } from "#app/platform/files/inspect-upload.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { write } from "#app/platform/write.ts";
import { budgetImports, programmes } from "#db/village/schema/programme.ts";
import { settings } from "#db/village/schema/village.ts";
import type { BudgetSheetInput } from "./import-input.ts";
import { guessMapping, isUsable, readHeadings } from "./import-mapping-rules.ts";
import { IMPORT_HEADINGS_SETTING } from "./import-queries.server.ts";
import { IMPORT_WORDS, SHEET_ERRORS } from "./import-words.ts";
import { getProgrammeOfYear } from "./queries.server.ts";
import { requireRunning } from "./running-queries.server.ts";

const SHEET_LIMITS = { maxRows: 5000, maxColumns: 60, maxCellChars: 500 };
const MAX_STORED_CHARS = 1024 * 1024;

/**
 * Takes a sheet of budget and realisation in: its rows are kept as read, its columns guessed. Nothing of the programme
 * changes yet.
 * @returns whether the columns could be told, so that the check may follow at once
 * @throws FieldError at `berkas` for a sheet that can't be read
 */
export async function readBudgetSheet(
  ctx: OfficeCtx,
  year: number,
  input: BudgetSheetInput,
): Promise<{ id: string; isMapped: boolean }> {
  requirePermission(ctx, "programme.spend");
  if (!input.berkas) throw new FieldError(FILE_FIELD, IMPORT_WORDS.fileMissing);
  await requireOpenYear(ctx, year);
  const rows = await readRows(input.berkas);
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireRunning(ctx, programme);
    const [remembered] = await tx.select().from(settings).where(eq(settings.key, IMPORT_HEADINGS_SETTING));
    const mapping = guessMapping(rows, readHeadings(remembered?.value));
    const id = newId(ctx.now);
    await tx.insert(budgetImports).values({
      id,
      programmeId: programme.id,
      fileName: fileNameOf(input.berkas),
      rows,
      mapping,
      state: "read",
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await audit({
      action: "budget-import.read",
      entity: "budget_import",
      entityId: id,
      parentId: programme.id,
      details: { berkas: fileNameOf(input.berkas), baris: rows.length },
    });
    return { id, isMapped: isUsable(mapping) };
  });
}

/** Before the file is unpacked and parsed: who can't use it needn't make us work. */
async function requireOpenYear(ctx: OfficeCtx, year: number): Promise<void> {
  const [programme] = await ctx.db.select().from(programmes).where(eq(programmes.year, year));
  if (!programme) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  requireRunning(ctx, programme);
}

async function readRows(file: File): Promise<string[][]> {
  const { bytes } = inspectUpload(new Uint8Array(await file.arrayBuffer()), ["sheet"]);
  try {
    const { rows } = await readSheet(bytes, SHEET_LIMITS);
    const chars = rows.reduce((sum, row) => sum + row.reduce((total, cell) => total + cell.length + 3, 2), 0);
    if (chars > MAX_STORED_CHARS) throw new FieldError(FILE_FIELD, IMPORT_WORDS.tooMuch);
    return rows;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new FieldError(FILE_FIELD, SHEET_ERRORS[error.code](error.row));
  }
}

/** The name that the sender's device gave, without folders and control characters, cut between characters. */
export function fileNameOf(file: File | null): string {
  const base = file?.name.split(/[/\\]/).at(-1) ?? "";
  const chars = Array.from(base.replace(/\p{C}/gu, "").trim());
  return chars.slice(-80).join("") || "lembar";
}
