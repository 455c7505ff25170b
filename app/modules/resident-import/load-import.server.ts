import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { withheldColumns } from "./compare-rules.ts";
import { importFieldOf } from "./import-fields.ts";
import { getImport, type ImportRow, selectImports, selectOpenImport } from "./queries.server.ts";
import { countsOf, planOf, WORKING_STATES } from "./state-rules.ts";

/** What the overview shows of each import. */
export async function loadImports(ctx: OfficeCtx) {
  requirePermission(ctx, "population.import");
  return readTogether(ctx.db, {
    imports: reading([selectImports(ctx.db)], ([rows]) => rows.map(viewOf)),
    openId: reading([selectOpenImport(ctx.db)], ([[open]]) => open?.id ?? null),
  });
}

/** One import as its page shows it. */
export async function loadImport(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.import");
  const found = await getImport(ctx.db, id);
  const { columns, sees } = planOf(found.mapping);
  return {
    ...viewOf(found),
    mayMend: mayMend(ctx, found),
    withheld: withheldColumns(columns, new Set(sees)).map((key) => importFieldOf(key).label),
  };
}

/** May he take the sheet of refused rows: it holds what the file says of people. */
export function mayMend({ actor }: OfficeCtx, { createdBy }: Pick<ImportRow, "createdBy">): boolean {
  return createdBy === actor.accountId || actor.permissions.has("data.identity");
}
export type ImportView = ReturnType<typeof viewOf>;

/** What pages show of an import. */
export function viewOf(row: ImportRow) {
  const { id, fileName, format, state, asOf, rowCount, progress, error, createdAt, appliedAt, undoneAt } =
    row;
  const counts = countsOf(row.counts);
  const whole = state === "applying" || state === "undoing" ? counts.new + counts.changed : rowCount;
  return {
    id,
    fileName,
    format,
    state,
    asOf,
    rowCount,
    error,
    createdAt,
    appliedAt,
    undoneAt,
    counts,
    headings: row.headings ?? [],
    columns: planOf(row.mapping).columns,
    isWorking: WORKING_STATES.includes(state),
    percent: whole === 0 ? 0 : Math.min(100, Math.round((progress / whole) * 100)),
  };
}
