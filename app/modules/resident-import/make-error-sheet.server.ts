import { and, asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { getImport, openRows } from "./queries.server.ts";
import { isRefused } from "./row-rules.ts";
import { IMPORT_WORDS } from "./words.ts";

/** A sheet of more would not fit beside everything else in memory. */
export const MOST_ERROR_ROWS = 2000;

/**
 * The refused rows as they came, with the reasons behind them: to mend and send again. Every cell is text, so that none
 * becomes a formula where it is opened.
 */
export async function makeErrorSheet(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "population.import");
  const found = await getImport(ctx.db, id);
  const { importId, outcome, line } = residentImportRows;
  const staged = await ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), eq(outcome, "refused")))
    .orderBy(asc(line))
    .limit(MOST_ERROR_ROWS);
  if (staged.length === 0) throw new NotFoundError(IMPORT_WORDS.noErrors);
  await recordAccess(ctx.db, ctx, {
    kind: "export",
    what: "residents.import-errors",
    subjectId: id,
    rowCount: staged.length,
  });
  const headings = found.headings ?? [];
  const rows = (await openRows(ctx, staged)).map((row) => [
    ...headings.map((_, column) => row.cells[column] ?? ""),
    sentencesOf(row.reasons ?? []),
    String(row.line),
  ]);
  const columns = [
    ...headings.map((header) => ({ header })),
    { header: "Alasan belum dimasukkan", width: 60 },
    { header: "Baris asal" },
  ];
  return writeXlsx([{ name: "Data Penduduk", columns, rows }], ctx.tenant);
}

function sentencesOf(reasons: Parameters<typeof isRefused>[0]): string {
  return reasons
    .filter((reason) => isRefused([reason]))
    .map(({ sentence }) => sentence)
    .join(" ");
}
