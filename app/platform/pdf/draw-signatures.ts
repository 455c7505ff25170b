import type { Signature, SignaturesBlock } from "#app/platform/document/blocks.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLine } from "./draw-lines.ts";
import { drawQr } from "./draw-qr.ts";
import { BODY } from "./draw-text.ts";
import type { TextLine } from "./wrap-text.ts";

const NAME: TextStyle = { ...BODY, face: "bold" };
/** Room for a signature and the round stamp over its left side. */
const SPACE = mmToPt(22);
const GAP = 14;
const MAX_BESIDE = 3;

const QR_SIDE = mmToPt(24);
const NOTE: TextStyle = { size: 7.5 };
const NOTE_GAP = 4;

/** Signature blocks side by side, kept whole: one on the right, two or three across, four as two and two. */
export function drawSignatures(canvas: PdfCanvas, block: SignaturesBlock): void {
  if (block.signatures.length === 0) return;
  const height = signaturesHeight(canvas, block);
  if (height <= canvas.top - canvas.bottom) canvas.ensure(height);
  const top = canvas.y;
  for (const row of rowsOf(canvas, block)) drawSignatureRow(canvas, row);
  if (block.check) drawCheck(canvas, block.check, isQrBeside(block) ? top - GAP : canvas.y - GAP);
}

/** Height that a block of signatures takes with its QR code: what stands before it keeps with it. */
export function signaturesHeight(canvas: PdfCanvas, block: SignaturesBlock): number {
  const rows = rowsOf(canvas, block).reduce((sum, row) => sum + rowHeight(row), 0);
  if (!block.check) return rows;
  const check = GAP + checkHeight(canvas, block.check);
  return isQrBeside(block) ? Math.max(rows, check) : rows + check;
}

/** One who signs leaves the left free. */
const isQrBeside = ({ signatures }: SignaturesBlock) => signatures.length === 1;

interface SignatureRow {
  laid: ReturnType<typeof layOut>[];
  slots: number;
  width: number;
  aboveHeight: number;
  belowHeight: number;
}

function rowsOf(canvas: PdfCanvas, { signatures }: SignaturesBlock): SignatureRow[] {
  const count = signatures.length;
  const perRow = count <= MAX_BESIDE ? Math.max(1, count) : 2;
  const slots = Math.max(2, perRow);
  const width = canvas.width / slots;
  const rows: SignatureRow[] = [];
  for (let from = 0; from < count; from += perRow) {
    const row = signatures.slice(from, from + perRow);
    const laid = row.map((signature) => layOut(canvas, signature, width - mmToPt(4)));
    const above = Math.max(...laid.map((each) => each.above.length));
    const below = Math.max(...laid.map((each) => each.name.length + each.below.length));
    const line = lineHeight(BODY);
    rows.push({ laid, slots, width, aboveHeight: above * line, belowHeight: below * line });
  }
  return rows;
}

function rowHeight({ aboveHeight, belowHeight }: SignatureRow): number {
  return GAP + aboveHeight + SPACE + belowHeight;
}

function drawSignatureRow(canvas: PdfCanvas, row: SignatureRow): void {
  const { laid, slots, width, aboveHeight, belowHeight } = row;
  canvas.ensure(rowHeight(row));
  canvas.y -= GAP;
  laid.forEach(({ above, name, below }, index) => {
    // Who signs alone, and the last of an odd number, stands on the right.
    const slot = slots - laid.length + index;
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

type Check = NonNullable<SignaturesBlock["check"]>;

function checkLines(canvas: PdfCanvas, { link, note }: Check): TextLine[] {
  return [note, link].flatMap((text) => canvas.wrap(text, canvas.width / 2 - mmToPt(8), NOTE));
}

function checkHeight(canvas: PdfCanvas, check: Check): number {
  return QR_SIDE + 2 * NOTE_GAP + checkLines(canvas, check).length * lineHeight(NOTE);
}

/** The QR code with what to do with it and its address in letters, for who has no camera. */
function drawCheck(canvas: PdfCanvas, check: Check, top: number): void {
  drawQr(canvas, check.link, canvas.left, top, QR_SIDE);
  let y = top - QR_SIDE - NOTE_GAP;
  for (const line of checkLines(canvas, check)) {
    drawLine(canvas, line, NOTE, { x: canvas.left, width: canvas.width / 2 }, y);
    y -= lineHeight(NOTE);
  }
  canvas.y = Math.min(canvas.y, y - NOTE_GAP);
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
  // Dots to write on need no second line.
  if (/^\.+$/.test(line.text)) return;
  const width = canvas.measure(line.text, NAME);
  const x = frame.x + (frame.width - width) / 2;
  const y = top - NAME.size * 1.14;
  if (width > 0) canvas.line([x, y], [x + width, y], 0.7);
}
