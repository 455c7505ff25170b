import type {
  FactsBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TitleBlock,
} from "#app/platform/document/blocks.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLine, drawLines } from "./draw-lines.ts";
import { drawRichLine, wrapRich } from "./draw-rich.ts";

export const BODY: TextStyle = { size: 11 };
const TITLE: TextStyle = { size: 13, face: "bold" };
const HEADINGS: Record<1 | 2, TextStyle> = { 1: { size: 12, face: "bold" }, 2: { size: 11, face: "bold" } };
const GAP = 6;
const FIRST_INDENT = mmToPt(12.5);
const LIST_INDENT = mmToPt(7);
const LABEL_WIDTH_MM = 45;
/** A heading stays with what follows it: two lines' room at least. */
const KEEP_WITH_HEADING = mmToPt(14);

/** A centred title, underlined where asked, and its lines. */
export function drawTitle(canvas: PdfCanvas, block: TitleBlock): void {
  canvas.y -= GAP;
  const frame = { x: canvas.left, width: canvas.width, align: "center" as const };
  for (const line of canvas.wrap(block.text, canvas.width, TITLE)) {
    canvas.ensure(lineHeight(TITLE));
    drawLine(canvas, line, TITLE, frame);
    if (block.isUnderlined) underline(canvas, canvas.measure(line.text, TITLE));
    canvas.y -= lineHeight(TITLE);
  }
  for (const line of block.lines ?? []) drawLines(canvas, canvas.wrap(line, canvas.width, BODY), BODY, frame);
  canvas.y -= GAP * 1.5;
}

function underline(canvas: PdfCanvas, width: number): void {
  const x = canvas.left + (canvas.width - width) / 2;
  const y = canvas.y - TITLE.size * 1.14;
  canvas.line([x, y], [x + width, y], 0.8);
}

/** @param follows height of what must stand below it on the same page */
export function drawHeading(canvas: PdfCanvas, block: HeadingBlock, follows = 0): void {
  const style = HEADINGS[block.level ?? 1];
  const lines = canvas.wrap(block.text, canvas.width, style);
  const height = GAP * 1.5 + lines.length * lineHeight(style);
  const room = canvas.top - canvas.bottom;
  canvas.ensure(Math.min(height + Math.max(KEEP_WITH_HEADING, follows), room));
  if (!canvas.isPageEmpty) canvas.y -= GAP;
  drawLines(canvas, lines, style, { x: canvas.left, width: canvas.width });
  canvas.y -= GAP / 2;
}

/** Lines of a paragraph's end that stand with what follows it; a short one stands whole. */
const KEPT_LINES = 2;
const SHORT_LINES = 3;

export function drawParagraph(canvas: PdfCanvas, block: ParagraphBlock, follows = 0): void {
  const style: TextStyle = { ...BODY, face: block.isBold ? "bold" : block.isItalic ? "italic" : "regular" };
  const firstIndent = block.isFirstLineIndented ? FIRST_INDENT : 0;
  const frame = { x: canvas.left, width: canvas.width, align: block.align, firstIndent };
  const lines = wrapRich(canvas, block.text, canvas.width, style, firstIndent);
  const kept = lines.length <= SHORT_LINES ? lines.length : KEPT_LINES;
  lines.forEach((line, at) => {
    const isTail = follows > 0 && at === lines.length - kept;
    ensureKept(canvas, lineHeight(style), isTail ? (kept - 1) * lineHeight(style) + GAP + follows : 0);
    drawRichLine(canvas, line, style, frame);
    canvas.y -= lineHeight(style);
  });
  canvas.y -= GAP;
}

/** Room for a line and for what must follow it; what never fits on one page follows where it can. */
function ensureKept(canvas: PdfCanvas, height: number, follows: number): void {
  const isPossible = height + follows <= canvas.top - canvas.bottom;
  canvas.ensure(isPossible ? height + follows : height);
}

export function drawList(canvas: PdfCanvas, block: ListBlock, follows = 0): void {
  block.items.forEach((item, index) => {
    const mark = block.isNumbered ? `${index + 1}.` : "•";
    const frame = { x: canvas.left + LIST_INDENT, width: canvas.width - LIST_INDENT };
    const lines = wrapRich(canvas, item, frame.width, BODY);
    const kept = index === block.items.length - 1 && follows > 0 ? GAP + follows : 0;
    lines.forEach((line, at) => {
      ensureKept(canvas, lineHeight(BODY), at === lines.length - 1 ? kept : 0);
      if (at === 0) canvas.text(mark, canvas.left, canvas.y - BODY.size * 0.98, BODY);
      drawRichLine(canvas, line, BODY, frame);
      canvas.y -= lineHeight(BODY);
    });
  });
  canvas.y -= GAP;
}

/** Label, colon and wrapped value; the label wraps too. */
export function drawFacts(canvas: PdfCanvas, block: FactsBlock, follows = 0): void {
  const labelWidth = mmToPt(block.labelWidthMm ?? LABEL_WIDTH_MM);
  const indent = labelWidth + mmToPt(4);
  const frame = { x: canvas.left + indent, width: canvas.width - indent };
  for (const [at, { label, value }] of block.rows.entries()) {
    const kept = at === block.rows.length - 1 && follows > 0 ? GAP + follows : 0;
    const labels = canvas.wrap(label, labelWidth - 4, BODY);
    const values = wrapRich(canvas, value, frame.width, BODY);
    const count = Math.max(labels.length, values.length);
    for (let index = 0; index < count; index++) {
      ensureKept(canvas, lineHeight(BODY), index === count - 1 ? kept : 0);
      const labelLine = labels[index];
      const valueLine = values[index];
      if (labelLine) drawLine(canvas, labelLine, BODY, { x: canvas.left, width: labelWidth });
      if (index === 0) canvas.text(":", canvas.left + labelWidth, canvas.y - BODY.size * 0.98, BODY);
      if (valueLine) drawRichLine(canvas, valueLine, BODY, frame);
      canvas.y -= lineHeight(BODY);
    }
  }
  canvas.y -= GAP;
}
