import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "../access-log.ts";
import { FieldError } from "../errors.ts";
import { requireMaySign, requirePermission } from "../require.ts";
import { sheetFile } from "../sheet/sheet-file.ts";
import type { SheetValue } from "../sheet/write-xlsx.ts";
import { write } from "../write.ts";
import { type AnyList, type ListFormat, MOST_LIST_ROWS } from "./exported-list.ts";

/**
 * A list as a file. Its rows are read part by part, of which only the packed bytes stay; it stands in the audit log and,
 * where it tells of residents, in the access log before it goes out.
 * @throws ForbiddenError for who may not see the list, or may take nothing out for now; FieldError where it is too long
 */
export async function exportList(
  ctx: OfficeCtx,
  list: AnyList,
  query: URLSearchParams,
  format: ListFormat,
  most = MOST_LIST_ROWS,
): Promise<Response> {
  const { key, title, permission, access } = list;
  requirePermission(ctx, permission);
  requireMaySign(ctx);
  let count = 0;
  async function* counted(): AsyncGenerator<SheetValue[][]> {
    for await (const rows of list.parts(ctx, query)) {
      count += rows.length;
      if (count > most) throw new FieldError("", tooLong(title, most));
      yield rows;
    }
  }
  const file = await sheetFile(format, { name: title, columns: list.columns }, counted(), ctx.tenant);
  await write(ctx, async ({ tx, audit }) => {
    const details = { daftar: title, format: format.toUpperCase(), baris: count };
    await audit({ action: "list.export", entity: "list", entityId: key, details });
    if (access)
      await recordAccess(tx, ctx, {
        ...{ kind: "export", what: access, subject: "list", subjectId: key, rowCount: count },
      });
    return null;
  });
  return new Response(file.bytes, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.bytes.byteLength),
      "content-disposition": `attachment; filename="${key}-${ctx.tenant.slug}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}

function tooLong(title: string, most: number): string {
  return `${title}: lebih dari ${most.toLocaleString("id-ID")} baris, terlalu banyak untuk sekali unduh. Persempit dengan saringan di halaman ini, misalnya per wilayah atau per tahun, lalu unduh bergantian.`;
}
