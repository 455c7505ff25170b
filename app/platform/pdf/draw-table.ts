import type { TableBlock } from "#app/platform/document/blocks.ts";
import { lineHeight, type PdfCanvas } from "./canvas.ts";
import { drawLine } from "./draw-lines.ts";
import {
  BAR_HEIGHT,
  cellHeight,
  columnEdges,
  type HeaderRow,
  type LaidCell,
  type LaidRow,
  layHeader,
  layRow,
  PAD_X,
  PAD_Y,
} from "./table-layout.ts";

const BORDER = 0.5;

/** Height that a table's header and its first row (a section's line with the row below it) take: a heading keeps with it. */
export function tableStart(canvas: PdfCanvas, block: TableBlock): number {
  if (block.columns.length === 0) return 0;
  const edges = columnEdges(canvas, block);
  const header = layHeader(canvas, block, edges).reduce((sum, row) => sum + row.height, 0);
  const [row, next] = block.rows.slice(0, 2).map((each) => layRow(canvas, block, edges, each));
  return header + keptHeight(row, next);
}

/**
 * A table with its header on every page it reaches. A row stays whole; only one that is taller than a page is cut,
 * between lines. The line of a section never stands alone at a page's foot.
 */
export function drawTable(canvas: PdfCanvas, block: TableBlock): void {
  if (block.columns.length === 0) return;
  const edges = columnEdges(canvas, block);
  const header = layHeader(canvas, block, edges);
  const headerHeight = header.reduce((sum, row) => sum + row.height, 0);
  const pageRoom = canvas.top - canvas.bottom - headerHeight;
  // A row is laid out when the one before it is drawn: all of a register's would not fit into memory.
  const layAt = (index: number) => {
    const row = block.rows[index];
    return row && layRow(canvas, block, edges, row);
  };
  let next = layAt(0);
  canvas.ensure(headerHeight + Math.min(keptHeight(next, layAt(1)), pageRoom));
  drawHeader(canvas, header);
  for (let index = 0; next; index++) {
    const row: LaidRow = next;
    next = layAt(index + 1);
    const kept = Math.max(row.height, Math.min(keptHeight(row, next), pageRoom));
    if (kept > canvas.room && row.height <= pageRoom) turnPage(canvas, header);
    let rest: LaidRow | null = row;
    while (rest && rest.height > canvas.room) {
      const parts = splitRow(rest, canvas.room);
      if (parts) drawRow(canvas, parts.first);
      else if (canvas.room >= pageRoom) break;
      rest = parts ? parts.rest : rest;
      turnPage(canvas, header);
    }
    if (rest) drawRow(canvas, rest);
  }
  canvas.y -= 8;
}

/** Height of a row with what must stand below it on the same page. */
function keptHeight(row: LaidRow | undefined, next: LaidRow | undefined): number {
  return (row?.height ?? 0) + (row?.keepsNext ? (next?.height ?? 0) : 0);
}

function turnPage(canvas: PdfCanvas, header: HeaderRow[]): void {
  canvas.newPage();
  drawHeader(canvas, header);
}

function drawHeader(canvas: PdfCanvas, header: HeaderRow[]): void {
  const total = header.reduce((sum, row) => sum + row.height, 0);
  let above = 0;
  for (const row of header) {
    for (const cell of row.cells) {
      const height = cell.rowSpan === 2 ? total - above : row.height;
      drawCell(canvas, cell, canvas.y - above, height, row.fill, (height - cellHeight(cell)) / 2);
    }
    above += row.height;
  }
  canvas.y -= total;
}

function drawRow(canvas: PdfCanvas, row: LaidRow): void {
  for (const cell of row.cells) drawCell(canvas, cell, canvas.y, row.height, row.fill, 0);
  canvas.y -= row.height;
}

function drawCell(
  canvas: PdfCanvas,
  cell: LaidCell,
  top: number,
  height: number,
  fill: number | undefined,
  drop: number,
) {
  canvas.box(cell.x, top, cell.width, height, { fill, border: BORDER });
  const frame = { x: cell.x + PAD_X, width: cell.width - 2 * PAD_X, align: cell.align };
  let y = top - PAD_Y - drop;
  for (const line of cell.lines) {
    drawLine(canvas, line, cell.style, frame, y);
    y -= lineHeight(cell.style);
  }
  if (cell.bar !== undefined) drawBar(canvas, cell.bar, frame, y - 1);
}

function drawBar(canvas: PdfCanvas, share: number, frame: { x: number; width: number }, top: number): void {
  const height = BAR_HEIGHT - 3;
  const width = frame.width * Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  if (width > 0) canvas.box(frame.x, top, width, height, { fill: 0.35 });
  canvas.box(frame.x, top, frame.width, height, { border: 0.4 });
}

/** Cuts a row so that its first part is at most `room` high; null where not one line fits. */
function splitRow(row: LaidRow, room: number): { first: LaidRow; rest: LaidRow } | null {
  const line = Math.max(...row.cells.map((cell) => lineHeight(cell.style)));
  const count = Math.floor((room - 2 * PAD_Y) / line);
  if (count < 1) return null;
  const part = (from: number, to?: number): LaidRow => {
    const cells = row.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(from, to),
      bar: to === undefined ? cell.bar : undefined,
    }));
    return { ...row, cells, height: Math.max(...cells.map(cellHeight)) };
  };
  return { first: part(0, count), rest: part(count) };
}
