import {
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { TableBlock, TableRow as TableRowData } from "#app/platform/document/blocks.ts";
import { columnWidthsMm, headerRows, placeCells } from "#app/platform/document/columns.ts";
import { mmToTwips } from "#app/platform/document/paper.ts";
import { paragraphOf } from "./paragraphs.ts";

const FONT_PT = 9;
const HEADER_FILL = "E0E0E0";
const SECTION_FILL = "F0F0F0";
const CELL_MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };

interface CellLook {
  column: number;
  span: number;
  rowSpan?: number;
  fill?: string;
}

/** Word's table: the header repeats on each page, rows stay whole. Bars are not drawn; their text says the number. */
export function buildTable(block: TableBlock, contentWidthMm: number): Table[] {
  if (block.columns.length === 0) return [];
  const widths = columnWidthsMm(block.columns, contentWidthMm).map(mmToTwips);
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: CELL_MARGINS,
      rows: [...buildHeader(block, widths), ...block.rows.map((row) => buildRow(block, widths, row))],
    }),
  ];
}

function buildHeader(block: TableBlock, widths: number[]): TableRow[] {
  return headerRows(block.columns).map((cells) => {
    const children = cells.map(({ text, column, span, rowSpan }) => {
      const words = paragraphOf(text, { sizePt: block.fontSizePt ?? FONT_PT, isBold: true, align: "center" });
      return cellOf(words, widths, { column, span, rowSpan, fill: HEADER_FILL });
    });
    return new TableRow({ tableHeader: true, cantSplit: true, children });
  });
}

function buildRow(block: TableBlock, widths: number[], row: TableRowData): TableRow {
  const children = placeCells(row.cells, block.columns.length).map((cell) => {
    const isBold = cell.isBold ?? row.emphasis !== undefined;
    const align = cell.align ?? (cell.span > 1 ? "left" : (block.columns[cell.column]?.align ?? "left"));
    const words = paragraphOf(cell.text, { sizePt: block.fontSizePt ?? FONT_PT, isBold, align });
    const fill = row.emphasis === "section" ? SECTION_FILL : undefined;
    return cellOf(words, widths, { column: cell.column, span: cell.span, fill });
  });
  return new TableRow({ cantSplit: true, children });
}

function cellOf(words: Paragraph, widths: number[], { column, span, rowSpan, fill }: CellLook): TableCell {
  const size = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  return new TableCell({
    children: [words],
    columnSpan: span > 1 ? span : undefined,
    rowSpan: rowSpan && rowSpan > 1 ? rowSpan : undefined,
    width: { size, type: WidthType.DXA },
    verticalAlign: fill === HEADER_FILL ? VerticalAlign.CENTER : VerticalAlign.TOP,
    shading: fill ? { type: ShadingType.CLEAR, color: "auto", fill } : undefined,
  });
}
