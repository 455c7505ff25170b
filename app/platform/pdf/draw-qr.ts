import { encode } from "uqr";
import type { PdfCanvas } from "./canvas.ts";

const QUIET_ZONE = 2;

/** Draws a QR code as filled rectangles, its upper left corner at (x, top); dark modules of a row in one piece. */
export function drawQr(canvas: PdfCanvas, text: string, x: number, top: number, side: number): void {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const module = side / size;
  data.forEach((row, y) => {
    let from = 0;
    while (from < row.length) {
      let to = from;
      while (row[to]) to++;
      if (to > from) {
        canvas.box(x + from * module, top - y * module, (to - from) * module, module, { fill: 0 });
      }
      from = to + 1;
    }
  });
}
