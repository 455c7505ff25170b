import { mmToPt } from "#app/platform/document/paper.ts";
import type { PdfCanvas, TextStyle } from "./canvas.ts";

const STYLE: TextStyle = { size: 8, gray: 0.35 };

/** "Halaman x dari y" on the right of every page's foot, the note on the left. Call when all pages are there. */
export function drawFooters(canvas: PdfCanvas, note: string | undefined): void {
  const y = Math.max(canvas.bottom / 2 - STYLE.size / 2, mmToPt(6));
  canvas.pages.forEach((page, index) => {
    const label = `Halaman ${index + 1} dari ${canvas.pages.length}`;
    const labelWidth = canvas.measure(label, STYLE);
    canvas.text(label, canvas.left + canvas.width - labelWidth, y, STYLE, 0, page);
    const [line] = canvas.wrap(note ?? "", canvas.width - labelWidth - mmToPt(6), STYLE);
    canvas.text(line?.text ?? "", canvas.left, y, STYLE, 0, page);
  });
}
