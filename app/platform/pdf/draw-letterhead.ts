import type { LetterheadBlock, LetterheadLine } from "#app/platform/document/blocks.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLines } from "./draw-lines.ts";
import { fitInside, type PlacedImage } from "./images.ts";

const SIZES = { small: 9.5, normal: 12.5, large: 15 };
const EMBLEM_WIDTH = mmToPt(20);
const EMBLEM_HEIGHT = mmToPt(24);
/** Kept free on both sides of the lines, so that they are centred on the page, not beside the emblem. */
const SIDE = EMBLEM_WIDTH + mmToPt(3);

/** Kop surat: emblem left, lines centred, a thick rule above a thin one. */
export function drawLetterhead(canvas: PdfCanvas, block: LetterheadBlock, emblem: PlacedImage | null): void {
  const side = emblem ? SIDE : 0;
  const frame = { x: canvas.left + side, width: canvas.width - 2 * side, align: "center" as const };
  const lines = block.lines.map((line) => ({
    style: styleOf(line),
    wrapped: wrap(canvas, line, frame.width),
  }));
  const textHeight = lines.reduce((sum, { style, wrapped }) => sum + wrapped.length * lineHeight(style), 0);
  const height = Math.max(textHeight, emblem ? EMBLEM_HEIGHT : 0);
  canvas.ensure(height + 12);
  const top = canvas.y;
  if (emblem) {
    const size = fitInside(emblem, EMBLEM_WIDTH, EMBLEM_HEIGHT);
    const x = canvas.left + (EMBLEM_WIDTH - size.width) / 2;
    canvas.picture(emblem, x, top - (height - size.height) / 2, size.width, size.height);
  }
  canvas.y = top - (height - textHeight) / 2;
  for (const { style, wrapped } of lines) drawLines(canvas, wrapped, style, frame);
  drawRules(canvas, top - height - 5);
}

function drawRules(canvas: PdfCanvas, y: number): void {
  const right = canvas.left + canvas.width;
  canvas.line([canvas.left, y], [right, y], 2);
  canvas.line([canvas.left, y - 2.6], [right, y - 2.6], 0.6);
  canvas.y = y - 14;
}

function styleOf(line: LetterheadLine): TextStyle {
  return { size: SIZES[line.size ?? "normal"], face: line.isBold ? "bold" : "regular" };
}

function wrap(canvas: PdfCanvas, line: LetterheadLine, width: number) {
  return canvas.wrap(line.text, width, styleOf(line));
}
