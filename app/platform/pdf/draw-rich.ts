import type { RichText } from "#app/platform/document/blocks.ts";
import { runsOfText } from "#app/platform/document/rich-text.ts";
import type { PdfCanvas, TextStyle } from "./canvas.ts";
import type { LinesFrame } from "./draw-lines.ts";

/** A piece of one look within a line. */
interface Piece {
  text: string;
  style: TextStyle;
}

/** A word with the pieces of it that look different; `isBroken` where the line ends after it. */
interface Word {
  pieces: Piece[];
  endsParagraph: boolean;
}

/** A line of words, ready to be drawn. */
export interface RichLine {
  words: Piece[][];
  isFirst: boolean;
  isLast: boolean;
}

/** How far a baseline lies below a line's top, by font size; as in draw-lines. */
const BASELINE = 0.98;

/** Breaks text whose parts look different into lines no wider than `width`; at least one line. */
export function wrapRich(
  canvas: PdfCanvas,
  text: RichText,
  width: number,
  style: TextStyle,
  firstIndent = 0,
): RichLine[] {
  const lines: RichLine[] = [];
  let line: Piece[][] = [];
  let used = 0;
  let isFirst = true;
  const blank = canvas.measure(" ", style);
  const close = (isLast: boolean) => {
    lines.push({ words: line, isFirst, isLast });
    [line, used, isFirst] = [[], 0, isLast];
  };
  for (const word of wordsOf(canvas, text, style)) {
    for (const part of splitWide(canvas, word.pieces, width - firstIndent)) {
      if (part.length === 0) continue;
      const wide = widthOf(canvas, part);
      const room = width - (isFirst ? firstIndent : 0);
      if (line.length > 0 && used + blank + wide > room) close(false);
      used += wide + (line.length > 0 ? blank : 0);
      line.push(part);
    }
    if (word.endsParagraph) close(true);
  }
  return lines;
}

/** Draws one such line at the cursor's height, without moving the cursor. */
export function drawRichLine(canvas: PdfCanvas, line: RichLine, style: TextStyle, frame: LinesFrame): void {
  const blank = canvas.measure(" ", style);
  const gaps = line.words.length - 1;
  const used = line.words.reduce((sum, word) => sum + widthOf(canvas, word), 0) + Math.max(0, gaps) * blank;
  const indent = line.isFirst ? (frame.firstIndent ?? 0) : 0;
  const slack = frame.width - indent - used;
  const stretch = frame.align === "justify" && !line.isLast && gaps > 0 ? slack / gaps : 0;
  let x = frame.x + indent;
  if (frame.align === "right") x += slack;
  if (frame.align === "center") x += slack / 2;
  for (const run of joined(line.words)) {
    canvas.text(run.text, x, canvas.y - style.size * BASELINE, run.style, stretch);
    const blanks = run.text.split(" ").length - 1;
    x += canvas.measure(run.text, run.style) + blanks * stretch;
  }
}

/** Neighbours of one look in one piece, blanks between words with what stands before them. */
function joined(words: Piece[][]): Piece[] {
  const runs: Piece[] = [];
  words.forEach((word, at) => {
    word.forEach((piece, index) => {
      const lead = at > 0 && index === 0 ? " " : "";
      const last = runs.at(-1);
      if (last && last.style.face === piece.style.face) last.text += lead + piece.text;
      else {
        if (last) last.text += lead;
        runs.push({ ...piece });
      }
    });
  });
  return runs;
}

function wordsOf(canvas: PdfCanvas, text: RichText, style: TextStyle): Word[] {
  const words: Word[] = [{ pieces: [], endsParagraph: false }];
  for (const run of runsOfText(text)) {
    const look = run.isBold ? { ...style, face: "bold" as const } : style;
    for (const part of canvas.printable(run.text).split(/([ \t]+|\n)/)) {
      const word = words.at(-1);
      if (part === "" || !word) continue;
      if (part === "\n") word.endsParagraph = true;
      if (/^[ \t\n]/.test(part)) words.push({ pieces: [], endsParagraph: false });
      else word.pieces.push({ text: part, style: look });
    }
  }
  const last = words.at(-1);
  if (last) last.endsParagraph = true;
  return words;
}

/** A word that is wider than a line is cut between letters. */
function splitWide(canvas: PdfCanvas, pieces: Piece[], width: number): Piece[][] {
  if (widthOf(canvas, pieces) <= width) return [pieces];
  const parts: Piece[][] = [[]];
  let used = 0;
  for (const { text, style } of pieces) {
    for (const char of text) {
      const wide = canvas.measure(char, style);
      if (used > 0 && used + wide > width) {
        parts.push([]);
        used = 0;
      }
      const part = parts.at(-1);
      const last = part?.at(-1);
      if (last && last.style === style) last.text += char;
      else part?.push({ text: char, style });
      used += wide;
    }
  }
  return parts;
}

function widthOf(canvas: PdfCanvas, pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text, style }) => sum + canvas.measure(text, style), 0);
}
