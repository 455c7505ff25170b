import { decodeText, type TextEncoding } from "./decode-text.ts";
import { checkRows, SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { type Delimiter, guessDelimiter, parseCsv } from "./parse-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { SheetError } from "./sheet-error.ts";

export type Sheet =
  | { format: "xlsx"; rows: string[][] }
  | { format: "csv"; rows: string[][]; delimiter: Delimiter; encoding: TextEncoding };

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads an uploaded table, XLSX (first sheet) or CSV by its bytes, into trimmed rows of strings of equal length,
 * without the empty rows at its end. Throws SheetError with a code and, where there is one, the place.
 */
export async function readSheet(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Sheet> {
  const all = { ...SHEET_LIMITS, ...limits };
  if (bytes.length === 0) throw new SheetError("empty");
  if (bytes.length > all.maxBytes) throw new SheetError("file-too-large");
  if (OLD_EXCEL.every((byte, index) => bytes[index] === byte)) throw new SheetError("old-excel");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheet: Sheet = isZip ? { format: "xlsx", rows: await readXlsx(bytes, all) } : readCsv(bytes, all);
  const rows = tidy(sheet.rows);
  if (rows.length === 0) throw new SheetError("empty");
  checkRows(rows, all);
  return { ...sheet, rows };
}

function readCsv(bytes: Uint8Array, limits: SheetLimits): Sheet {
  const { text, encoding } = decodeText(bytes);
  if (text.includes("\0")) throw new SheetError("unsupported");
  const delimiter = guessDelimiter(text);
  const rows = parseCsv(text.replace(/^\ufeff/, "").replace(/^sep=[;,\t]\r?\n/, ""), delimiter, limits);
  return { format: "csv", rows, delimiter, encoding };
}

function tidy(rows: string[][]): string[][] {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  const lastRow = trimmed.findLastIndex((row) => row.some((cell) => cell !== ""));
  const kept = trimmed.slice(0, lastRow + 1);
  const width = kept.reduce((max, row) => Math.max(max, row.findLastIndex((cell) => cell !== "") + 1), 0);
  return kept.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ""));
}
