import type { Signature, SignaturesBlock } from "#app/platform/document/blocks.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLine } from "./draw-lines.ts";
import { BODY } from "./draw-text.ts";
import type { TextLine } from "./wrap-text.ts";

const NAME: TextStyle = { ...BODY, face: "bold" };
/** Room for a signature and the round stamp over its left side. */
const SPACE = mmToPt(22);
const GAP = 14;
const MAX_BESIDE = 3;

/** Signature blocks side by side, kept whole: one on the right, two or three across, four as two and two. */
export function drawSignatures(canvas: PdfCanvas, block: SignaturesBlock): void {
  const count = block.signatures.length;
  const perRow = count <= MAX_BESIDE ? Math.max(1, count) : 2;
  for (let from = 0; from < count; from += perRow) {
    drawSignatureRow(canvas, block.signatures.slice(from, from + perRow), perRow);
  }
}

function drawSignatureRow(canvas: PdfCanvas, signatures: Signature[], perRow: number): void {
  const slots = Math.max(2, perRow);
  const width = canvas.width / slots;
  const laid = signatures.map((signature) => layOut(canvas, signature, width - mmToPt(4)));
  const aboveHeight = Math.max(...laid.map(({ above }) => above.length)) * lineHeight(BODY);
  const belowHeight =
    Math.max(...laid.map(({ name, below }) => name.length + below.length)) * lineHeight(BODY);
  canvas.ensure(GAP + aboveHeight + SPACE + belowHeight);
  canvas.y -= GAP;
  laid.forEach(({ above, name, below }, index) => {
    const slot = perRow === 1 ? 1 : index;
    const frame = {
      x: canvas.left + slot * width + mmToPt(2),
      width: width - mmToPt(4),
      align: "center" as const,
    };
    // The positions stand on one line above the space, though only one side has a place and date.
    let y = canvas.y - (aboveHeight - above.length * lineHeight(BODY));
    const draw = (line: TextLine, style: TextStyle) => {
      drawLine(canvas, line, style, frame, y);
      y -= lineHeight(style);
    };
    for (const line of above) draw(line, BODY);
    y -= SPACE;
    for (const line of name) {
      underlineName(canvas, line, frame, y);
      draw(line, NAME);
    }
    for (const line of below) draw(line, BODY);
  });
  canvas.y -= aboveHeight + SPACE + belowHeight;
}

function layOut(canvas: PdfCanvas, signature: Signature, width: number) {
  const wrapAll = (texts: string[]) => texts.flatMap((text) => canvas.wrap(text, width, BODY));
  return {
    above: wrapAll(signature.above),
    name: canvas.wrap(signature.name, width, NAME),
    below: wrapAll(signature.below ?? []),
  };
}

function underlineName(
  canvas: PdfCanvas,
  line: TextLine,
  frame: { x: number; width: number },
  top: number,
): void {
  const width = canvas.measure(line.text, NAME);
  const x = frame.x + (frame.width - width) / 2;
  const y = top - NAME.size * 1.14;
  if (width > 0) canvas.line([x, y], [x + width, y], 0.7);
}
