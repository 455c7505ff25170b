import { AlignmentType, BorderStyle, Paragraph, type Table } from "docx";
import type { LetterheadBlock } from "#app/platform/document/blocks.ts";
import { checkImage } from "#app/platform/document/check-image.ts";
import { layoutTable } from "./layout-table.ts";
import { paragraphOf } from "./paragraphs.ts";
import { pictureOf } from "./pictures.ts";

const SIZES_PT = { small: 9.5, normal: 12.5, large: 15 };
const SIDE_MM = 24;
const EMBLEM_MM = { width: 20, height: 24 };

/** Kop surat: emblem, centred lines, and as free a side on the right; below it a thick and a thin rule. */
export function buildLetterhead(block: LetterheadBlock, contentWidthMm: number): (Table | Paragraph)[] {
  const lines = block.lines.map(({ text, size, isBold }) =>
    paragraphOf(text, { sizePt: SIZES_PT[size ?? "normal"], isBold, align: "center" }),
  );
  const rule = new Paragraph({
    spacing: { before: 60, after: 160 },
    border: { top: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: "000000", space: 1 } },
    children: [],
  });
  if (!block.emblem) return [...lines, rule];
  const emblem = pictureOf(checkImage(block.emblem), EMBLEM_MM.width, EMBLEM_MM.height, "Lambang");
  const picture = new Paragraph({ alignment: AlignmentType.CENTER, children: [emblem] });
  const widths = [SIDE_MM, contentWidthMm - 2 * SIDE_MM, SIDE_MM];
  return [layoutTable(widths, [[[picture], lines, [new Paragraph({})]]], true), rule];
}
