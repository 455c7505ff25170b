import type { TableCell, TableCellContent, TableColumn } from "./blocks.ts";
import { DocumentError } from "./document-error.ts";

const MIN_SHARED_MM = 8;

/**
 * Widths in mm that fill `totalMm`: fixed columns as given, the rest shared by weight. Fixed widths that leave the
 * others less than 8 mm each are all scaled down together. Throws DocumentError where even 8 mm each don't fit.
 */
export function columnWidthsMm(columns: readonly TableColumn[], totalMm: number): number[] {
  if (columns.length === 0) return [];
  if (columns.length * MIN_SHARED_MM > totalMm) {
    throw new DocumentError("too-many-columns", `${columns.length} columns on ${totalMm} mm`);
  }
  const shared = columns.filter((column) => column.widthMm === undefined);
  const fixed = columns.reduce((sum, column) => sum + (column.widthMm ?? 0), 0);
  const weights = shared.reduce((sum, column) => sum + (column.weight ?? 1), 0);
  const room = Math.max(totalMm - fixed, shared.length * MIN_SHARED_MM);
  const wanted = columns.map((column) => column.widthMm ?? (room * (column.weight ?? 1)) / weights);
  const sum = wanted.reduce((total, width) => total + width, 0);
  return shared.length === 0 || sum > totalMm ? wanted.map((width) => (width * totalMm) / sum) : wanted;
}

export interface PlacedCell extends TableCellContent {
  column: number;
  span: number;
}

/** Gives each cell its first column and how many it covers; missing cells are empty, surplus ones are left out. */
export function placeCells(cells: readonly TableCell[], columnCount: number): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let column = 0;
  for (const cell of cells) {
    if (column >= columnCount) break;
    const content = typeof cell === "string" ? { text: cell } : cell;
    const span = Math.max(1, Math.min(content.span ?? 1, columnCount - column));
    placed.push({ ...content, column, span });
    column += span;
  }
  for (; column < columnCount; column++) placed.push({ text: "", column, span: 1 });
  return placed;
}

export interface HeaderCell {
  text: string;
  column: number;
  span: number;
  /** 2 for a column without a group in a header of two rows. */
  rowSpan: 1 | 2;
}

/** One header row, or two where columns have groups: the groups and the ungrouped above, the grouped below. */
export function headerRows(columns: readonly TableColumn[]): HeaderCell[][] {
  const isGrouped = columns.some((column) => column.group !== undefined);
  const rowSpan = isGrouped ? 2 : 1;
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      upper.push({ text: column.header, column: index, span: 1, rowSpan });
      return;
    }
    const last = upper.at(-1);
    if (last && columns[index - 1]?.group === column.group) last.span++;
    else upper.push({ text: column.group, column: index, span: 1, rowSpan: 1 });
    lower.push({ text: column.header, column: index, span: 1, rowSpan: 1 });
  });
  return isGrouped ? [upper, lower] : [upper];
}
