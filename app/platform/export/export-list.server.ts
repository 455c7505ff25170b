import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "../access-log.ts";
import { requireMaySign, requirePermission } from "../require.ts";
import { type SheetColumn, type SheetValue, writeXlsx } from "../sheet/write-xlsx.ts";
import { write } from "../write.ts";
import { listCsv } from "./list-csv.ts";

export const LIST_FORMATS = ["xlsx", "csv"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

const MEDIA_TYPES: Record<ListFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** A list as its module hands it out: what its page shows, every row of it. */
export interface ListToExport {
  /** Names file and log rows: `complaints`. Never changes. */
  key: string;
  /** `Pengaduan` */
  title: string;
  permission: string;
  /** Code of the access log, where rows tell of residents; null for lists that name nobody. */
  access: string | null;
  columns: readonly SheetColumn[];
  rows: readonly SheetValue[][];
}

/**
 * A list as a file. It stands in the audit log and, where it tells of residents, in the access log before it goes out;
 * what a spreadsheet would take for a formula stays text.
 * @throws ForbiddenError for who may not see the list, or may take nothing out for now
 */
export async function exportList(
  ctx: OfficeCtx,
  { key, title, permission, access, columns, rows }: ListToExport,
  format: ListFormat,
): Promise<Response> {
  requirePermission(ctx, permission);
  requireMaySign(ctx);
  const bytes =
    format === "xlsx"
      ? writeXlsx([{ name: title, columns: [...columns], rows: [...rows] }], ctx.tenant)
      : listCsv(columns, rows, ctx.tenant);
  await write(ctx, async ({ tx, audit }) => {
    const details = { daftar: title, format: format.toUpperCase(), baris: rows.length };
    await audit({ action: "list.export", entity: "list", entityId: key, details });
    if (access)
      await recordAccess(tx, ctx, {
        ...{ kind: "export", what: access, subject: "list", subjectId: key, rowCount: rows.length },
      });
    return null;
  });
  return new Response(bytes, {
    headers: {
      "content-type": MEDIA_TYPES[format],
      "content-disposition": `attachment; filename="${key}-${ctx.tenant.slug}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
