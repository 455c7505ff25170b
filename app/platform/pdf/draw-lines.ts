import type { Align } from "#app/platform/document/blocks.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import type { TextLine } from "./wrap-text.ts";

export interface LinesFrame {
  x: number;
  width: number;
  align?: Align;
  /** Of the first line and of each after a paragraph's last. */
  firstIndent?: number;
}

/** Where the baseline lies below a line's top, by font size: centres capitals in the line. */
const BASELINE = 0.98;

/** Draws one wrapped line at the cursor's height, without moving the cursor. */
export function drawLine(
  canvas: PdfCanvas,
  line: TextLine,
  style: TextStyle,
  frame: LinesFrame,
  top = canvas.y,
): void {
  const width = canvas.measure(line.text, style);
  const slack = frame.width - width;
  const blanks = line.text.split(" ").length - 1;
  const isStretched = frame.align === "justify" && !line.isLast && blanks > 0;
  const shift = frame.align === "right" ? slack : frame.align === "center" ? slack / 2 : 0;
  canvas.text(
    line.text,
    frame.x + shift,
    top - style.size * BASELINE,
    style,
    isStretched ? slack / blanks : 0,
  );
}

/** Draws wrapped lines from the cursor down, over as many pages as they need. */
export function drawLines(
  canvas: PdfCanvas,
  lines: readonly TextLine[],
  style: TextStyle,
  frame: LinesFrame,
): void {
  const height = lineHeight(style);
  lines.forEach((line, index) => {
    canvas.ensure(height);
    const isFirst = index === 0 || lines[index - 1]?.isLast;
    const indent = isFirst ? (frame.firstIndent ?? 0) : 0;
    drawLine(canvas, line, style, { ...frame, x: frame.x + indent, width: frame.width - indent });
    canvas.y -= height;
  });
}
