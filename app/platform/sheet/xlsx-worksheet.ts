import type { SheetColumn, SheetToWrite, SheetValue } from "./write-xlsx.ts";
import { STYLE_HEADER, STYLE_TEXT, type XlsxStyles } from "./xlsx-styles.ts";
import { escapeXml, MAIN_NS, XML_HEAD } from "./xlsx-xml.ts";

const DATE_FORMAT = "dd/mm/yyyy";
const DEFAULT_WIDTH = 16;
const MAX_CELL_CHARS = 32_767;
const DAY_MS = 86_400_000;
/** Excel's day number of 1 January 1970. */
const EPOCH_DAY = 25_569;

/** `xl/worksheets/sheetN.xml`: a frozen bold header and the rows below it; above them the mark, where there is one. */
export function worksheetXml(sheet: SheetToWrite, styles: XlsxStyles, mark: string | null = null): string {
  const rows = rowsXml(sheet.rows, firstRow(mark), sheet.columns, styles);
  return worksheetHead(sheet.columns, mark) + rows + worksheetTail(mark);
}

/** A worksheet up to its first row. */
export function worksheetHead(columns: readonly SheetColumn[], mark: string | null): string {
  const top = firstRow(mark) - 1;
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? DEFAULT_WIDTH}" customWidth="1"/>`,
  );
  const header = columns.map(({ header }, index) => textCell(addressOf(index, top), header, STYLE_HEADER));
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN_NS}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    (columns.length > 0 ? `<cols>${widths.join("")}</cols>` : "") +
    `<sheetData>${markRow(mark)}<row r="${top}">${header.join("")}</row>`
  );
}

/** Number of the first row below the header. */
export function firstRow(mark: string | null): number {
  return mark ? 3 : 2;
}

/** Rows of a worksheet, the first of them with the number `from`. */
export function rowsXml(
  rows: readonly (readonly SheetValue[])[],
  from: number,
  columns: readonly SheetColumn[],
  styles: XlsxStyles,
): string {
  return rows
    .map((values, at) => {
      const cells = values.map((value, index) =>
        valueCell(addressOf(index, from + at), value, columns[index]?.format, styles),
      );
      return `<row r="${from + at}">${cells.join("")}</row>`;
    })
    .join("");
}

/** A worksheet from its last row on. */
export function worksheetTail(mark: string | null): string {
  return `</sheetData>${markOnPaper(mark)}</worksheet>`;
}

function markRow(mark: string | null): string {
  return mark ? `<row r="1">${textCell("A1", mark, STYLE_HEADER)}</row>` : "";
}

/** Head of each printed page; `&C` centres. */
function markOnPaper(mark: string | null): string {
  return mark ? `<headerFooter><oddHeader>${escapeXml(`&C&B${mark}`)}</oddHeader></headerFooter>` : "";
}

function valueCell(
  address: string,
  value: SheetValue,
  format: string | undefined,
  styles: XlsxStyles,
): string {
  if (value === null || value === "") return "";
  if (typeof value === "string") return textCell(address, value, STYLE_TEXT);
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const isDate = value instanceof Date;
  const number = isDate ? value.getTime() / DAY_MS + EPOCH_DAY : value;
  if (!Number.isFinite(number)) return "";
  const look = format ?? (isDate ? DATE_FORMAT : undefined);
  return `<c r="${address}"${look ? ` s="${styles.styleOf(look)}"` : ""}><v>${number}</v></c>`;
}

function textCell(address: string, text: string, style: number): string {
  const cut = Array.from(text).slice(0, MAX_CELL_CHARS).join("").slice(0, MAX_CELL_CHARS);
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`;
}

/** Column from 0 and row from 1 as Excel writes them: `A1`, `AB12`. */
export function addressOf(column: number, row: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}
