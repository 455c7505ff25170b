import type { Issuer } from "#app/platform/trial.ts";
import { joinBytes } from "#db/sealed/bytes.ts";
import { csvHead, csvLines } from "./write-csv.ts";
import type { SheetColumn, SheetValue } from "./write-xlsx.ts";
import { XlsxPages } from "./xlsx-pages.ts";

export const SHEET_MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;
export type SheetFormat = keyof typeof SHEET_MEDIA_TYPES;

/**
 * One table as a file, written while its rows are read: at no time are more of them in memory than one part. What a
 * spreadsheet would take for a formula stays text.
 */
export async function sheetFile(
  format: SheetFormat,
  sheet: { name: string; columns: readonly SheetColumn[] },
  parts: AsyncIterable<SheetValue[][]>,
  issuer: Issuer,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  const bytes =
    format === "xlsx" ? await xlsxOf(sheet, parts, issuer) : await csvOf(sheet.columns, parts, issuer);
  return { bytes, mediaType: SHEET_MEDIA_TYPES[format] };
}

/** The same of a table whose rows are all there. */
export function wholeSheet(
  format: SheetFormat,
  { rows, ...sheet }: { name: string; columns: readonly SheetColumn[]; rows: SheetValue[][] },
  issuer: Issuer,
) {
  return sheetFile(format, sheet, onePart(rows), issuer);
}

async function* onePart(rows: SheetValue[][]) {
  yield rows;
}

async function xlsxOf(
  sheet: { name: string; columns: readonly SheetColumn[] },
  parts: AsyncIterable<SheetValue[][]>,
  issuer: Issuer,
): Promise<Uint8Array<ArrayBuffer>> {
  const pages = new XlsxPages(sheet, issuer);
  for await (const rows of parts) pages.write(rows);
  return pages.finish();
}

async function csvOf(
  columns: readonly SheetColumn[],
  parts: AsyncIterable<SheetValue[][]>,
  issuer: Issuer,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const chunks = [encoder.encode(csvHead(columns, issuer))];
  for await (const rows of parts) chunks.push(encoder.encode(csvLines(rows)));
  return joinBytes(chunks);
}
