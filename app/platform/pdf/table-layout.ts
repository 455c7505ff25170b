import type { Align, TableBlock, TableRow } from "#app/platform/document/blocks.ts";
import { columnWidthsMm, headerRows, placeCells } from "#app/platform/document/columns.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import type { TextLine } from "./wrap-text.ts";

export const PAD_X = 3.5;
export const PAD_Y = 3;
export const BAR_HEIGHT = 7;
const FONT_SIZE = 9;
export const FILL_HEADER = 0.88;
const FILL_SECTION = 0.94;

export interface LaidCell {
  x: number;
  width: number;
  lines: TextLine[];
  style: TextStyle;
  align: Align;
  bar?: number;
}

export interface LaidRow {
  cells: LaidCell[];
  height: number;
  fill?: number;
  /** A heading within the table: it stays with the row below. */
  keepsNext?: boolean;
}

export interface HeaderRow extends LaidRow {
  cells: (LaidCell & { rowSpan: 1 | 2 })[];
}

/** Column edges in points: one more than there are columns. */
export function columnEdges(canvas: PdfCanvas, block: TableBlock): number[] {
  const edges = [canvas.left];
  for (const width of columnWidthsMm(block.columns, canvas.page.contentWidth)) {
    edges.push((edges.at(-1) ?? 0) + mmToPt(width));
  }
  return edges;
}

/** Wraps a row's cells into its columns and finds its height. */
export function layRow(canvas: PdfCanvas, block: TableBlock, edges: number[], row: TableRow): LaidRow {
  const cells = placeCells(row.cells, block.columns.length).map((cell): LaidCell => {
    const isBold = cell.isBold ?? row.emphasis !== undefined;
    const style: TextStyle = { size: block.fontSizePt ?? FONT_SIZE, face: isBold ? "bold" : "regular" };
    const { x, width } = frameOf(edges, cell.column, cell.span);
    const lines = canvas.wrap(cell.text, width - 2 * PAD_X, style);
    const align = cell.align ?? (cell.span > 1 ? "left" : (block.columns[cell.column]?.align ?? "left"));
    return { x, width, lines, style, align, bar: cell.bar };
  });
  const height = Math.max(...cells.map(cellHeight));
  const isSection = row.emphasis === "section";
  return { cells, height, fill: isSection ? FILL_SECTION : undefined, keepsNext: isSection };
}

/** The header's rows; a column without a group is as high as both. */
export function layHeader(canvas: PdfCanvas, block: TableBlock, edges: number[]): HeaderRow[] {
  const style: TextStyle = { size: block.fontSizePt ?? FONT_SIZE, face: "bold" };
  const rows = headerRows(block.columns).map((cells) =>
    cells.map(({ text, column, span, rowSpan }) => {
      const { x, width } = frameOf(edges, column, span);
      return {
        x,
        width,
        lines: canvas.wrap(text, width - 2 * PAD_X, style),
        style,
        align: "center" as const,
        rowSpan,
      };
    }),
  );
  const heights = rows.map((cells) =>
    Math.max(0, ...cells.filter((cell) => cell.rowSpan === 1).map(cellHeight)),
  );
  const tallest = Math.max(0, ...rows.flat().map((cell) => (cell.rowSpan === 2 ? cellHeight(cell) : 0)));
  const missing = tallest - heights.reduce((sum, height) => sum + height, 0);
  return rows.map((cells, index) => {
    const extra = missing > 0 ? missing / rows.length : 0;
    return { cells, height: (heights[index] ?? 0) + extra, fill: FILL_HEADER };
  });
}

export function cellHeight(cell: LaidCell): number {
  const bar = cell.bar === undefined ? 0 : BAR_HEIGHT;
  return cell.lines.length * lineHeight(cell.style) + bar + 2 * PAD_Y;
}

function frameOf(edges: number[], column: number, span: number) {
  const x = edges[column] ?? 0;
  return { x, width: (edges[column + span] ?? x) - x };
}
