import { decodeText } from "#app/platform/sheet/decode-text.ts";
import { SHEET_LIMITS } from "#app/platform/sheet/limits.ts";
import { guessDelimiter, parseCsv } from "#app/platform/sheet/parse-csv.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { type SheetLine, streamXlsx } from "#app/platform/sheet/stream-xlsx.ts";
import { findHeadingRow, isOpenSidHeading } from "./heading-rules.ts";
import { isSidText, SID_HEADINGS, sidResidents } from "./read-sid.ts";
import { zippedTextOf } from "./zipped-text.ts";

export type TableFormat = "opensid-sheet" | "opensid-sid" | "sheet";

/** An opened file: its headings, and its rows as they are read. */
export interface Table {
  format: TableFormat;
  headings: string[];
  rows: Iterable<SheetLine>;
}

/** Residents a file: more come in two files. */
export const MAX_RESIDENTS = 10_000;
const LIMITS = { ...SHEET_LIMITS, maxRows: MAX_RESIDENTS + 100, maxColumns: 120, maxCellChars: 2000 };
const HEAD_ROWS = 15;
/** OpenSID's mark, in the second column, that no more rows follow. */
const END_MARK = "###";

/**
 * Opens a file of residents by its bytes: OpenSID's workbook (XLSX, XLSM), its `.sid`, bare or zipped, or any sheet (XLSX,
 * CSV).
 * @throws SheetError, also while rows are taken
 */
export function openTable(bytes: Uint8Array): Table {
  if (bytes.length === 0) throw new SheetError("empty");
  if (bytes.length > LIMITS.maxBytes) throw new SheetError("file-too-large");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) throw new SheetError("old-excel");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return sidIn(bytes) ?? sheetTable(streamXlsx(bytes, "Data Penduduk", LIMITS));
  const { text } = decodeText(bytes);
  if (text.includes("\0") || text.startsWith("%PDF") || /^\s*</.test(text.slice(0, 500)))
    throw new SheetError("unsupported");
  if (/^\s*[{[]/.test(text.slice(0, 500))) return sidTable(() => [text]);
  return sheetTable(csvLines(text));
}

function sidIn(bytes: Uint8Array): Table | null {
  const open = zippedTextOf(bytes, /\.(sid|json)$/i);
  return open && sidTable(open);
}

/** @param open begins the text anew, piece by piece */
function sidTable(open: () => Iterable<string>): Table {
  const [first = ""] = open();
  if (!isSidText(first)) throw new SheetError("unsupported");
  return { format: "opensid-sid", headings: [...SID_HEADINGS], rows: numbered(sidResidents(open)) };
}

function* numbered(rows: Iterable<string[]>): Generator<SheetLine> {
  let line = 0;
  for (const cells of rows) {
    if (++line > MAX_RESIDENTS) throw new SheetError("too-many-rows", { row: MAX_RESIDENTS + 1 });
    yield { line, cells };
  }
}

function* csvLines(text: string): Generator<SheetLine> {
  const plain = text.replace(/^\ufeff/, "");
  const rows = parseCsv(plain.replace(/^sep=[;,\t]\r?\n/, ""), guessDelimiter(plain), LIMITS);
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell) => cell.trim());
    const column = cells.findIndex((cell) => cell.length > LIMITS.maxCellChars);
    if (column >= 0) throw new SheetError("cell-too-long", { row: index + 1, column: column + 1 });
    if (cells.some((cell) => cell !== "")) yield { line: index + 1, cells };
  }
}

function sheetTable(lines: Generator<SheetLine>): Table {
  const head: SheetLine[] = [];
  for (let step = lines.next(); !step.done; step = lines.next()) {
    head.push(step.value);
    if (head.length === HEAD_ROWS) break;
  }
  if (head.length === 0) throw new SheetError("empty");
  const openSid = head.findIndex(({ cells }) => isOpenSidHeading(cells));
  const at = openSid >= 0 ? openSid : findHeadingRow(head.map(({ cells }) => cells));
  const width = Math.max(...head.map(({ cells }) => cells.length));
  const names = at >= 0 ? (head[at]?.cells ?? []) : [];
  const headings = Array.from({ length: width }, (_, index) => names[index] || `Kolom ${index + 1}`);
  return {
    format: openSid >= 0 ? "opensid-sheet" : "sheet",
    headings,
    rows: dataRows(head.slice(at + 1), lines, openSid >= 0),
  };
}

function* dataRows(
  head: readonly SheetLine[],
  rest: Iterable<SheetLine>,
  endsAtMark: boolean,
): Generator<SheetLine> {
  let count = 0;
  for (const row of joined(head, rest)) {
    if (endsAtMark && row.cells[1] === END_MARK) return;
    if (++count > MAX_RESIDENTS) throw new SheetError("too-many-rows", { row: MAX_RESIDENTS + 1 });
    yield row;
  }
}

function* joined(head: readonly SheetLine[], rest: Iterable<SheetLine>): Generator<SheetLine> {
  yield* head;
  yield* rest;
}
