import type { LetterheadBlock } from "#app/platform/document/blocks.ts";
import { mmToPt, type PageMm, type PageSetup, resolvePage } from "#app/platform/document/paper.ts";
import type { Issuer } from "#app/platform/trial.ts";
import { openCanvas, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLines } from "./draw-lines.ts";
import { openFile } from "./open-file.ts";
import { drawBlock } from "./render-pdf.ts";

const LABEL: TextStyle = { size: 6.5 };
const NOTE: TextStyle = { size: 10 };
const MEASURED_MM = 100;

export interface TestPrintInput extends PageSetup {
  letterhead?: Omit<LetterheadBlock, "type">;
  createdAt: Date;
  issuer: Issuer;
}

/**
 * One page on which a village checks its printer: marks in mm along the upper and left edge, the frame of the
 * margins, the kop and a line of exactly 100 mm to lay a ruler on. Throws DocumentError as `renderPdf` does.
 */
export async function buildTestPrint(input: TestPrintInput): Promise<Uint8Array<ArrayBuffer>> {
  const page = resolvePage(input);
  const file = await openFile({ title: "Cetak uji", author: "Balai", createdAt: input.createdAt });
  const canvas = await openCanvas(file, page, input.issuer);
  drawRulers(canvas, page);
  drawMargins(canvas);
  canvas.y -= mmToPt(8);
  if (input.letterhead) await drawBlock(file, canvas, { type: "letterhead", ...input.letterhead });
  await drawBlock(file, canvas, { type: "title", text: "CETAK UJI", lines: [sizeOf(input, page)] });
  drawMeasuredLine(canvas);
  drawAdvice(canvas, input.paper);
  return new Uint8Array(await file.save());
}

function sizeOf(input: PageSetup, page: PageMm): string {
  const turn = page.orientation === "portrait" ? "tegak" : "mendatar";
  return `Kertas ${input.paper}, ${turn}: ${page.width} x ${page.height} mm`;
}

/** A mark each mm, longer at 5 and 10; the number in mm at each 10. */
function drawRulers(canvas: PdfCanvas, page: PageMm): void {
  const lengthOf = (mm: number) => mmToPt(mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.5 : 2);
  const edge = mmToPt(page.height);
  for (let mm = 0; mm <= page.width; mm++) {
    const x = mmToPt(mm);
    canvas.line([x, edge], [x, edge - lengthOf(mm)], 0.25);
    if (mm % 10 === 0 && mm > 0) canvas.text(String(mm), x + 1, edge - mmToPt(7), LABEL);
  }
  for (let mm = 0; mm <= page.height; mm++) {
    const y = edge - mmToPt(mm);
    canvas.line([0, y], [lengthOf(mm), y], 0.25);
    if (mm % 10 === 0 && mm > 0) canvas.text(String(mm), mmToPt(5.5), y - 2, LABEL);
  }
}

function drawMargins(canvas: PdfCanvas): void {
  const [left, right] = [canvas.left, canvas.left + canvas.width];
  const corners: [number, number][] = [
    [left, canvas.top],
    [right, canvas.top],
    [right, canvas.bottom],
    [left, canvas.bottom],
    [left, canvas.top],
  ];
  corners.slice(1).forEach((to, index) => {
    canvas.line(corners[index] ?? to, to, 0.4, [3, 3]);
  });
}

/** As long as the margins allow on a narrow page, else 100 mm; the sentence names the length drawn. */
function drawMeasuredLine(canvas: PdfCanvas): void {
  const lengthMm = Math.min(MEASURED_MM, Math.floor(canvas.page.contentWidth / 10) * 10);
  const length = mmToPt(lengthMm);
  const left = canvas.left + (canvas.width - length) / 2;
  canvas.y -= mmToPt(10);
  canvas.line([left, canvas.y], [left + length, canvas.y], 0.6);
  for (let mm = 0; mm <= lengthMm; mm += 10) {
    const height = mmToPt(mm === 0 || mm === lengthMm ? 4 : 2);
    canvas.line([left + mmToPt(mm), canvas.y - height], [left + mmToPt(mm), canvas.y + height], 0.6);
  }
  canvas.y -= mmToPt(8);
  const text = `Garis ini harus tepat ${lengthMm} mm. Ukurlah dengan penggaris.`;
  const frame = { x: canvas.left, width: canvas.width, align: "center" as const };
  drawLines(
    canvas,
    canvas.wrap(text, canvas.width, { ...NOTE, face: "bold" }),
    { ...NOTE, face: "bold" },
    frame,
  );
}

function drawAdvice(canvas: PdfCanvas, paper: string): void {
  canvas.y -= mmToPt(6);
  const advice = [
    `1. Jika garis lebih pendek atau lebih panjang, pilih skala 100% atau "Ukuran sebenarnya" saat mencetak, bukan "Sesuaikan dengan halaman".`,
    `2. Jika bagian bawah atau kanan terpotong, periksa ukuran kertas pada pengaturan printer: ${paper}.`,
    "3. Angka pertama yang terbaca di tepi atas dan kiri menunjukkan batas cetak printer Anda. Bila angka itu melewati garis putus-putus, isi surat ikut terpotong: pakai printer lain, atau atur batas cetak printer.",
    "4. Garis putus-putus adalah batas isi surat. Jika Anda memakai kertas berkop, kop harus berada di luar garis itu.",
  ];
  const inset = mmToPt(6);
  for (const text of advice) {
    const width = canvas.width - 2 * inset;
    drawLines(canvas, canvas.wrap(text, width, NOTE), NOTE, { x: canvas.left + inset, width });
    canvas.y -= 4;
  }
}
