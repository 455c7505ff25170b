import * as pdf from "@cantoo/pdf-lib";
import { mmToPt, type PageMm } from "#app/platform/document/paper.ts";
import { type Issuer, trialMark } from "#app/platform/trial.ts";
import { drawTrialMark } from "./draw-trial-mark.ts";
import type { Face, FaceName } from "./face.ts";
import type { PlacedImage } from "./images.ts";
import { standardTypeface, type Typeface } from "./typeface.ts";
import { type TextLine, wrapText } from "./wrap-text.ts";

export interface TextStyle {
  size: number;
  face?: FaceName;
  /** 0 black to 1 white. */
  gray?: number;
}

/** Line height by font size. */
const LEADING = 1.3;

export const lineHeight = (style: TextStyle): number => style.size * LEADING;

/**
 * Pages with a cursor: `y` is where the next thing begins, in points from the bottom edge, and everything is drawn
 * downwards from it. All lengths are points.
 */
export class PdfCanvas {
  readonly page: PageMm;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly pages: pdf.PDFPage[] = [];
  y = 0;
  private readonly document: pdf.PDFDocument;
  private readonly faces: Record<FaceName, Face>;
  private readonly mark: string | null;
  private readonly typeface: Typeface;

  constructor(
    document: pdf.PDFDocument,
    typeface: Typeface,
    { page, issuer }: { page: PageMm; issuer: Issuer },
  ) {
    this.document = document;
    this.mark = trialMark(issuer);
    this.typeface = typeface;
    this.faces = typeface.faces;
    this.page = page;
    this.left = mmToPt(page.margins.left);
    this.width = mmToPt(page.contentWidth);
    this.top = mmToPt(page.height - page.margins.top);
    this.bottom = mmToPt(page.margins.bottom);
    this.newPage();
  }

  get room(): number {
    return this.y - this.bottom;
  }

  get isPageEmpty(): boolean {
    return this.y === this.top;
  }

  newPage(): void {
    const before = this.pages.at(-1);
    if (before) packPage(this.document, before);
    const page = this.document.addPage([mmToPt(this.page.width), mmToPt(this.page.height)]);
    if (this.mark) drawTrialMark(page, this.page, this.mark, this.faces.bold);
    this.pages.push(page);
    this.y = this.top;
  }

  /** Begins a new page unless `height` fits on this one, or this one is still empty. */
  ensure(height: number): void {
    if (height > this.room && !this.isPageEmpty) this.newPage();
  }

  measure(text: string, style: TextStyle): number {
    return this.faces[style.face ?? "regular"].width(text, style.size);
  }

  /** Text as this canvas's fonts can show it. */
  printable(text: string): string {
    return this.typeface.printable(text);
  }

  wrap(text: string, width: number, style: TextStyle, firstIndent = 0): TextLine[] {
    return wrapText(this.printable(text), width, (part) => this.measure(part, style), firstIndent);
  }

  /** Draws one line that `wrap` gave, its baseline at `y`; `wordSpacing` stretches it. */
  text(line: string, x: number, y: number, style: TextStyle, wordSpacing = 0, page = this.current): void {
    if (line === "") return;
    if (wordSpacing !== 0 && !this.typeface.stretchesBlanks) {
      this.words(line, x, y, style, wordSpacing, page);
      return;
    }
    const name = style.face ?? "regular";
    const { font } = this.faces[name];
    const key = pdf.PDFName.of(`F-${name}`);
    page.node.setFontDictionary(key, font.ref);
    page.pushOperators(
      pdf.beginText(),
      pdf.setFillingGrayscaleColor(style.gray ?? 0),
      pdf.setFontAndSize(key, style.size),
      pdf.setWordSpacing(wordSpacing),
      pdf.setTextMatrix(1, 0, 0, 1, x, y),
      pdf.showText(font.encodeText(line)),
      pdf.endText(),
    );
  }

  /** Word by word, for fonts whose blanks PDF does not stretch. */
  private words(
    line: string,
    x: number,
    y: number,
    style: TextStyle,
    spacing: number,
    page: pdf.PDFPage,
  ): void {
    const blank = this.measure(" ", style) + spacing;
    let at = x;
    for (const word of line.split(" ")) {
      this.text(word, at, y, style, 0, page);
      at += this.measure(word, style) + blank;
    }
  }

  line(from: [number, number], to: [number, number], thickness = 0.5, dash: number[] = []): void {
    this.current.pushOperators(
      pdf.setStrokingGrayscaleColor(0),
      pdf.setLineWidth(thickness),
      pdf.setDashPattern(dash, 0),
      pdf.moveTo(...from),
      pdf.lineTo(...to),
      pdf.stroke(),
    );
  }

  /** A rectangle whose upper left corner is at (x, top). */
  box(x: number, top: number, width: number, height: number, look: { fill?: number; border?: number }): void {
    const rectangle = pdf.rectangle(x, top - height, width, height);
    if (look.fill !== undefined) {
      this.current.pushOperators(pdf.setFillingGrayscaleColor(look.fill), rectangle, pdf.fill());
    }
    if (look.border !== undefined) {
      const solid = [
        pdf.setStrokingGrayscaleColor(0),
        pdf.setDashPattern([], 0),
        pdf.setLineWidth(look.border),
      ];
      this.current.pushOperators(...solid, rectangle, pdf.stroke());
    }
  }

  /** Draws a picture into the rectangle whose upper left corner is at (x, top). */
  picture(image: PlacedImage, x: number, top: number, width: number, height: number): void {
    const key = pdf.PDFName.of(`Im-${image.ref.objectNumber}`);
    this.current.node.setXObject(key, image.ref);
    this.current.pushOperators(
      pdf.pushGraphicsState(),
      pdf.concatTransformationMatrix(...image.matrix(x, top - height, width, height)),
      pdf.drawObject(key),
      pdf.popGraphicsState(),
    );
  }

  private get current(): pdf.PDFPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error("a canvas has a page from its beginning");
    return page;
  }
}

/**
 * Packs what is drawn on a page that is full: as operators a register's pages take a hundred times what they take in the
 * file. What is drawn on it later, its foot, goes into a stream of its own.
 */
function packPage({ context }: pdf.PDFDocument, page: pdf.PDFPage): void {
  const contents = page.node.Contents();
  if (!(contents instanceof pdf.PDFArray)) return;
  for (const ref of contents.asArray()) {
    const stream = context.lookup(ref);
    if (ref instanceof pdf.PDFRef && stream instanceof pdf.PDFContentStream)
      context.assign(ref, context.flateStream(stream.getUnencodedContents()));
  }
  // Begins the next stream: the old one is gone from the file.
  page.resetPosition();
}

/**
 * Opens the first page.
 * @param issuer whose paper it is: while he is not verified each page says so
 * @param typeface what it is drawn with; Helvetica unless told
 */
export async function openCanvas(
  document: pdf.PDFDocument,
  page: PageMm,
  issuer: Issuer,
  typeface?: Typeface,
): Promise<PdfCanvas> {
  return new PdfCanvas(document, typeface ?? (await standardTypeface(document)), { page, issuer });
}
