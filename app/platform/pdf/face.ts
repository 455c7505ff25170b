import type { PDFFont } from "@cantoo/pdf-lib";

export type FaceName = "regular" | "bold" | "italic";

/** A font with its letters' widths remembered; text is drawn without kerning, so widths simply add up. */
export class Face {
  readonly font: PDFFont;
  private readonly widths = new Map<string, number>();

  constructor(font: PDFFont) {
    this.font = font;
  }

  /** Width in points at this size. */
  width(text: string, size: number): number {
    let sum = 0;
    for (const char of text) sum += this.charWidth(char);
    return sum * size;
  }

  private charWidth(char: string): number {
    let width = this.widths.get(char);
    if (width === undefined) {
      width = this.font.widthOfTextAtSize(char, 1);
      this.widths.set(char, width);
    }
    return width;
  }
}
