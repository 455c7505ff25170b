import writeXlsxFile from "write-excel-file/universal";
import { toXmlText } from "#app/platform/document/xml-text.ts";

export type SheetValue = string | number | Date | boolean | null;

export interface SheetColumn {
  header: string;
  /** In characters. */
  width?: number;
  /** Excel's number format, e.g. `#,##0`; dates default to `dd/mm/yyyy`. */
  format?: string;
}

export interface SheetToWrite {
  name: string;
  columns: SheetColumn[];
  rows: SheetValue[][];
}

const MAX_NAME_CHARS = 31;
const MAX_CELL_CHARS = 32_767;

/**
 * Writes an XLSX file, one bold header row a sheet. Every string is stored as text in the text format, so that
 * `=1+1`, `+62...`, `-x` and `@x` stay what they are, also when a person edits the cell. Control characters, which
 * XML can't hold, are left out; a string is cut at Excel's 32,767 characters.
 */
export async function writeXlsx(sheets: SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: cleanName(name),
      columns: columns.map(({ width }) => ({ width: width ?? 16 })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ header }) => ({ ...textCell(header), fontWeight: "bold" as const, wrap: true })),
        ...rows.map((row) => row.map((value, index) => writeCell(value, columns[index]?.format))),
      ],
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function writeCell(value: SheetValue, format: string | undefined) {
  if (value === null || value === "") return null;
  if (typeof value === "string") return textCell(value);
  if (typeof value === "number") {
    return Number.isFinite(value) ? { value, type: Number, ...(format ? { format } : {}) } : null;
  }
  if (typeof value === "boolean") return { value, type: Boolean };
  return { value, type: Date, format: format ?? "dd/mm/yyyy" };
}

function textCell(text: string) {
  return { value: toXmlText(text).slice(0, MAX_CELL_CHARS), type: String, format: "@" };
}

/** Excel refuses names with these letters, longer than 31, or empty. */
function cleanName(name: string): string {
  const clean = toXmlText(name)
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^'|'$/g, "")
    .trim();
  return clean.slice(0, MAX_NAME_CHARS) || "Lembar";
}
