import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { mmToTwips } from "#app/platform/document/paper.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** A table without lines that only places things side by side. A row is never cut by a page's end. */
export function layoutTable(widthsMm: number[], rows: Paragraph[][][], isCentred = false): Table {
  const columnWidths = widthsMm.map(mmToTwips);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    margins: { left: 0, right: 0 },
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                borders: NO_BORDERS,
                width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
                verticalAlign: isCentred ? VerticalAlign.CENTER : VerticalAlign.TOP,
              }),
          ),
        }),
    ),
  });
}
