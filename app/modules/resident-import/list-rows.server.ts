import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { cellOf, getImport, openRows } from "./queries.server.ts";
import { planOf, type RowFilter } from "./state-rules.ts";

const PAGE_ROWS = 50;

/** Rows of an import with what is said about them; of a person only the name. @param after line behind which the page begins */
export async function listRows(ctx: OfficeCtx, id: string, filter: RowFilter, after: number) {
  requirePermission(ctx, "population.import");
  const found = await getImport(ctx.db, id);
  const { importId, line, outcome, reasons } = residentImportRows;
  const isWanted =
    filter === "warned"
      ? and(inArray(outcome, ["new", "changed", "unchanged"]), sql`${reasons} IS NOT NULL`)
      : eq(outcome, filter);
  const staged = await ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), gt(line, after), isWanted))
    .orderBy(asc(line))
    .limit(PAGE_ROWS + 1);
  const { columns } = planOf(found.mapping);
  const rows = (await openRows(ctx, staged.slice(0, PAGE_ROWS))).map((row) => ({
    line: row.line,
    name: cellOf(row, columns, "name").slice(0, 100) || null,
    residentId: row.residentId,
    reasons: row.reasons ?? [],
  }));
  return { rows, next: staged.length > PAGE_ROWS ? (rows.at(-1)?.line ?? null) : null };
}
