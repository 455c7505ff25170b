import * as pdf from "@cantoo/pdf-lib";
import { mmToPt, type PageMm } from "#app/platform/document/paper.ts";
import type { Face } from "./face.ts";

/** Of the page's diagonal that the large mark takes. */
const SHARE = 0.72;
const GRAY = 0.82;
const LINE_SIZE = 8;
/** Under the numbers of the test print's ruler, above the usual upper margins. */
const BELOW_EDGE = mmToPt(11);

/**
 * Marks an empty page as a trial: large and grey across it, under whatever is drawn later, and small, black and framed
 * at its head, where also a pale copy keeps it.
 */
export function drawTrialMark(page: pdf.PDFPage, { width, height }: PageMm, mark: string, face: Face): void {
  drawAcross(page, mmToPt(width), mmToPt(height), mark, face);
  drawHeadLine(page, mmToPt(width), mmToPt(height), mark, face);
}

function drawAcross(page: pdf.PDFPage, width: number, height: number, mark: string, face: Face): void {
  const length = Math.hypot(width, height) * SHARE;
  const size = length / face.width(mark, 1);
  const angle = Math.atan2(height, width);
  const [along, up] = [Math.cos(angle), Math.sin(angle)];
  // Half a capital's height to the right of the diagonal, so that the letters lie on it.
  const x = (width - length * along) / 2 + up * size * 0.36;
  const y = (height - length * up) / 2 - along * size * 0.36;
  show(page, mark, face, { size, gray: GRAY, matrix: [along, up, -up, along, x, y] });
}

function drawHeadLine(page: pdf.PDFPage, width: number, height: number, mark: string, face: Face): void {
  const length = face.width(mark, LINE_SIZE);
  const x = (width - length) / 2;
  const y = height - BELOW_EDGE;
  const frame = { left: x - 6, bottom: y - 3.5, width: length + 12, height: LINE_SIZE + 5 };
  page.pushOperators(
    pdf.setFillingGrayscaleColor(1),
    pdf.setStrokingGrayscaleColor(0),
    pdf.setLineWidth(0.8),
    pdf.setDashPattern([], 0),
    pdf.rectangle(frame.left, frame.bottom, frame.width, frame.height),
    pdf.fillAndStroke(),
  );
  show(page, mark, face, { size: LINE_SIZE, gray: 0, matrix: [1, 0, 0, 1, x, y] });
}

interface Look {
  size: number;
  gray: number;
  matrix: [number, number, number, number, number, number];
}

function show(page: pdf.PDFPage, text: string, { font }: Face, { size, gray, matrix }: Look): void {
  const key = pdf.PDFName.of("F-mark");
  page.node.setFontDictionary(key, font.ref);
  page.pushOperators(
    pdf.beginText(),
    pdf.setFillingGrayscaleColor(gray),
    pdf.setFontAndSize(key, size),
    pdf.setWordSpacing(0),
    pdf.setTextMatrix(...matrix),
    pdf.showText(font.encodeText(text)),
    pdf.endText(),
  );
}
