import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import type { CheckedImage } from "#app/platform/document/check-image.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import type { Orientation } from "#app/platform/image/orientation.ts";

type Matrix = [number, number, number, number, number, number];

export interface PlacedImage {
  ref: PDFRef;
  /** As shown, in pixels. */
  width: number;
  height: number;
  /** The PDF matrix that puts the picture upright into a rectangle with its lower left corner at (x, y). */
  matrix: (x: number, y: number, width: number, height: number) => Matrix;
}

/** By EXIF orientation, for the unit square: where its right and its upper edge go, and its corner. */
const TURNS: Record<Orientation, Matrix> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/**
 * Puts a checked picture into the file once; draw it with `canvas.picture` as often as wanted. Throws DocumentError
 * `unreadable-image` for one that the PDF library can't decode.
 */
export async function embedImage(document: PDFDocument, image: CheckedImage): Promise<PlacedImage> {
  return {
    ref: await embed(document, image),
    width: image.width,
    height: image.height,
    matrix: (x, y, width, height) => turnInto(image.orientation, x, y, width, height),
  };
}

/** The matrix that puts a stored picture of this orientation upright into a rectangle; (x, y) is its lower left. */
export function turnInto(
  orientation: Orientation,
  x: number,
  y: number,
  width: number,
  height: number,
): Matrix {
  const [a, b, c, d, e, f] = TURNS[orientation];
  return [a * width, b * height, c * width, d * height, x + e * width, y + f * height];
}

async function embed(document: PDFDocument, image: CheckedImage): Promise<PDFRef> {
  try {
    const isPng = image.type === "image/png";
    return (isPng ? await document.embedPng(image.bytes) : await document.embedJpg(image.bytes)).ref;
  } catch {
    throw new DocumentError("unreadable-image", "the picture does not decode");
  }
}

/** The largest size with the picture's own proportions inside a frame. */
export function fitInside(image: { width: number; height: number }, width: number, height: number) {
  const scale = Math.min(width / image.width, height / image.height);
  return { width: image.width * scale, height: image.height * scale };
}
