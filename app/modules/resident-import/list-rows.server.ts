import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { mayMend, viewOf } from "./load-import.server.ts";
import { cellOf, importReading, openRows } from "./queries.server.ts";
import { planOf, type RowFilter } from "./state-rules.ts";

const PAGE_ROWS = 50;

/** An import's rows with what is said about them; of a person only the name. @param after line behind which the page begins */
export async function listRows(ctx: OfficeCtx, id: string, filter: RowFilter, after: number) {
  requirePermission(ctx, "population.import");
  const { importId, line, outcome, reasons } = residentImportRows;
  const isWanted =
    filter === "warned"
      ? and(inArray(outcome, ["new", "changed", "unchanged"]), sql`${reasons} IS NOT NULL`)
      : eq(outcome, filter);
  const page = ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), gt(line, after), isWanted))
    .orderBy(asc(line))
    .limit(PAGE_ROWS + 1);
  const { found, staged } = await readTogether(ctx.db, {
    found: importReading(ctx.db, id),
    staged: reading([page], ([rows]) => rows),
  });
  const { columns } = planOf(found.mapping);
  const rows = (await openRows(ctx, staged.slice(0, PAGE_ROWS))).map((row) => ({
    line: row.line,
    name: cellOf(row, columns, "name").slice(0, 100) || null,
    residentId: row.residentId,
    reasons: row.reasons ?? [],
  }));
  const next = staged.length > PAGE_ROWS ? (rows.at(-1)?.line ?? null) : null;
  return { ...viewOf(found), mayMend: mayMend(ctx, found), rows, next };
}
