import { SheetError } from "./sheet-error.ts";

export interface SheetLimits {
  maxBytes: number;
  maxRows: number;
  maxColumns: number;
  maxCellChars: number;
}

export const SHEET_LIMITS: SheetLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxRows: 20_000,
  maxColumns: 100,
  maxCellChars: 4_000,
};

/** Throws SheetError with the place of the first cell or row beyond the limits. */
export function checkRows(rows: readonly (readonly string[])[], limits: SheetLimits): void {
  if (rows.length > limits.maxRows) throw new SheetError("too-many-rows", { row: limits.maxRows + 1 });
  rows.forEach((cells, index) => {
    const row = index + 1;
    if (cells.length > limits.maxColumns) throw new SheetError("too-many-columns", { row });
    const long = cells.findIndex((cell) => cell.length > limits.maxCellChars);
    if (long >= 0) throw new SheetError("cell-too-long", { row, column: long + 1 });
  });
}
