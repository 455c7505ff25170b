import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";

const STYLE: TextStyle = { size: 8, gray: 0.35 };

const MAX_LINES = 3;

/** "Halaman x dari y" on the right of every page's foot, the note on the left of it. Call when all pages are there. */
export function drawFooters(canvas: PdfCanvas, note: string | undefined): void {
  const y = Math.max(canvas.bottom / 2 - STYLE.size / 2, mmToPt(6));
  canvas.pages.forEach((page, index) => {
    const label = `Halaman ${index + 1} dari ${canvas.pages.length}`;
    const labelWidth = canvas.measure(label, STYLE);
    canvas.text(label, canvas.left + canvas.width - labelWidth, y, STYLE, 0, page);
    const lines = canvas.wrap(note ?? "", canvas.width - labelWidth - mmToPt(6), STYLE).slice(0, MAX_LINES);
    lines.forEach((line, at) => {
      const raise = (lines.length - 1 - at) * lineHeight(STYLE);
      canvas.text(line.text, canvas.left, y + raise, STYLE, 0, page);
    });
  });
}
