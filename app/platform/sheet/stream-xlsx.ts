import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { SheetError } from "./sheet-error.ts";
import { openWorkbook, readDateStyles, readSharedStrings, tagsOf, type Workbook } from "./xlsx-parts.ts";

/** A row of a sheet with the number that people see beside it. */
export interface SheetLine {
  line: number;
  /** Trimmed; cells behind the last filled one are left out. */
  cells: string[];
}

/** Counted while unpacking: 10,000 residents take some 40 MB, a million empty rows that Excel formatted 100. */
const MAX_WORKSHEET_BYTES = 160 * 1024 * 1024;
const DAY_MS = 86_400_000;
/** Days between 1 January 1970 and Excel's day 0, in each of its two calendars. */
const EPOCH_DAYS = { of1900: 25_569, of1904: 24_107 };
/** Excel keeps fifteen digits of a number. */
const KEPT_DIGITS = 15;

/**
 * Reads one sheet of an XLSX or XLSM file row by row while it is unpacked, so that a register of 10,000 residents never
 * lies in memory as a whole. Empty rows are passed over, however many there are. Days come as `2027-01-31`; a number
 * whose last digits Excel has not kept comes as Excel shows it, `5,20109010180001E+15`.
 * @param sheetName the sheet to read where there is one of that name; else the first
 * @throws SheetError, also while rows are taken from it
 */
export function* streamXlsx(
  bytes: Uint8Array,
  sheetName: string,
  limits: Partial<SheetLimits> = {},
): Generator<SheetLine> {
  const all = { ...SHEET_LIMITS, ...limits };
  const book = openWorkbook(bytes);
  const wanted = sheetName.toLowerCase();
  const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === wanted) ?? book.sheets[0];
  if (!sheet) throw new SheetError("corrupt");
  const facts: CellFacts = {
    shared: readSharedStrings(book, all.maxCellChars),
    isDay: readDateStyles(book),
    is1904: book.is1904,
  };
  let rows = 0;
  for (const row of rowsOf(book, sheet.path, facts, all)) {
    if (row.cells.length === 0) continue;
    rows++;
    if (rows > all.maxRows) throw new SheetError("too-many-rows", { row: all.maxRows + 1 });
    yield row;
  }
}

interface CellFacts {
  shared: readonly string[];
  isDay: readonly boolean[];
  is1904: boolean;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  text: string;
}

function* rowsOf(book: Workbook, path: string, facts: CellFacts, limits: SheetLimits): Generator<SheetLine> {
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: OpenCell | null = null;
  for (const tag of tagsOf(book, path, MAX_WORKSHEET_BYTES)) {
    if (tag.name === "row" && !tag.isEnd) {
      line = numberOf(tag.attribute("r")) ?? line + 1;
      cells = [];
      column = 0;
    }
    if (tag.name === "c" && !tag.isEnd) {
      column = columnOf(tag.attribute("r")) ?? column + 1;
      const style = Number(tag.attribute("s") ?? 0);
      cell = { column, type: tag.attribute("t") ?? "n", style, value: "", text: "" };
    } else if (cell && tag.name === "v" && tag.isEnd) cell.value = tag.textBefore;
    else if (cell && tag.name === "t" && tag.isEnd) cell.text += tag.textBefore;
    if (cell && tag.name === "c" && (tag.isEnd || tag.isEmpty)) {
      putCell(cells, cell, textOf(cell, facts), line, limits);
      cell = null;
    }
    if (tag.name === "row" && (tag.isEnd || tag.isEmpty)) yield { line, cells };
  }
}

function putCell(
  cells: string[],
  { column }: OpenCell,
  text: string,
  line: number,
  limits: SheetLimits,
): void {
  if (text === "") return;
  if (column > limits.maxColumns) throw new SheetError("too-many-columns", { row: line });
  if (text.length > limits.maxCellChars) throw new SheetError("cell-too-long", { row: line, column });
  while (cells.length < column) cells.push("");
  cells[column - 1] = text;
}

function textOf(cell: OpenCell, facts: CellFacts): string {
  if (cell.type === "s") return (facts.shared[Number(cell.value)] ?? "").trim();
  if (cell.type === "inlineStr") return cell.text.trim();
  if (cell.type === "str" || cell.type === "d") return cell.value.trim();
  if (cell.type === "b") return cell.value === "1" ? "TRUE" : "FALSE";
  if (cell.type === "e") return "";
  return numberText(cell.value.trim(), facts.isDay[cell.style] ?? false, facts.is1904);
}

function numberText(value: string, isDay: boolean, is1904: boolean): string {
  if (value === "") return "";
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (isDay) return dayText(number, is1904) ?? value;
  if (Number.isInteger(number)) return integerText(number);
  return String(Number(number.toPrecision(KEPT_DIGITS))).replace(".", ",");
}

/** A sixteenth digit is one that Excel sets to 0: such a number is shown with its power, so that nobody takes it for whole. */
function integerText(number: number): string {
  const digits = BigInt(number).toString();
  const isLost = digits.length > KEPT_DIGITS && (digits.endsWith("0") || !Number.isSafeInteger(number));
  return isLost
    ? number
        .toExponential(KEPT_DIGITS - 1)
        .replace(".", ",")
        .replace("e", "E")
    : digits;
}

function dayText(number: number, is1904: boolean): string | null {
  const days = Math.floor(number) - (is1904 ? EPOCH_DAYS.of1904 : EPOCH_DAYS.of1900);
  const date = new Date(days * DAY_MS);
  const year = date.getUTCFullYear();
  return year >= 1850 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

function numberOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new SheetError("corrupt");
  return Number(text);
}

function columnOf(address: string | null): number | null {
  if (address === null) return null;
  const letters = /^([A-Z]{1,3})[1-9]\d{0,6}$/.exec(address)?.[1];
  if (!letters) throw new SheetError("corrupt");
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
