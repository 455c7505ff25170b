import { HeadingLevel, Paragraph, type Table } from "docx";
import type {
  FactsBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TitleBlock,
} from "#app/platform/document/blocks.ts";
import { mmToTwips } from "#app/platform/document/paper.ts";
import { layoutTable } from "./layout-table.ts";
import { paragraphOf, runsOf } from "./paragraphs.ts";

const AFTER = 120;
const TITLE_PT = 13;
const FIRST_INDENT = mmToTwips(12.5);
const LIST_INDENT = mmToTwips(7);
const LABEL_WIDTH_MM = 45;
const COLON_WIDTH_MM = 4;

export function buildTitle(block: TitleBlock): Paragraph[] {
  const title = {
    sizePt: TITLE_PT,
    isBold: true,
    isUnderlined: block.isUnderlined,
    align: "center" as const,
  };
  return [
    paragraphOf(block.text, title, { spacing: { before: AFTER }, heading: HeadingLevel.TITLE }),
    ...(block.lines ?? []).map((line) => paragraphOf(line, { align: "center" })),
    new Paragraph({ spacing: { after: AFTER / 2 } }),
  ];
}

export function buildHeading(block: HeadingBlock): Paragraph {
  const level = block.level ?? 1;
  const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const spacing = { before: AFTER, after: AFTER / 2 };
  return paragraphOf(
    block.text,
    { sizePt: level === 1 ? 12 : 11, isBold: true },
    { heading, spacing, keepNext: true },
  );
}

/** @param keepNext the paragraph stays on one page with what follows it */
export function buildParagraph(block: ParagraphBlock, keepNext = false): Paragraph {
  const indent = block.isFirstLineIndented ? { firstLine: FIRST_INDENT } : undefined;
  return paragraphOf(block.text, block, { indent, keepNext, spacing: { after: AFTER } });
}

/** Numbers and dots are typed, not Word's own lists, so that they stand as on the PDF. */
export function buildList(block: ListBlock): Paragraph[] {
  return block.items.map((item, index) => {
    const mark = block.isNumbered ? `${index + 1}.` : "•";
    const spacing = { after: index === block.items.length - 1 ? AFTER : 0 };
    return new Paragraph({
      spacing,
      indent: { left: LIST_INDENT, hanging: LIST_INDENT },
      tabStops: [{ type: "left", position: LIST_INDENT }],
      children: [...runsOf(`${mark}\t`), ...runsOf(item)],
    });
  });
}

export function buildFacts(block: FactsBlock, contentWidthMm: number): (Table | Paragraph)[] {
  if (block.rows.length === 0) return [];
  const label = block.labelWidthMm ?? LABEL_WIDTH_MM;
  const rows = block.rows.map((row) => [
    [paragraphOf(row.label)],
    [paragraphOf(":")],
    [paragraphOf(row.value)],
  ]);
  const widths = [label, COLON_WIDTH_MM, contentWidthMm - label - COLON_WIDTH_MM];
  return [layoutTable(widths, rows), new Paragraph({ spacing: { after: AFTER / 2 } })];
}
