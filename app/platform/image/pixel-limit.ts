import { ImageError } from "./image-error.ts";

/** 40 megapixels: above any phone's usual photo, below what a cheap phone can't decode. */
export const MAX_PIXELS = 40_000_000;

/** Throws ImageError `too-many-pixels` when width times height (pixels) is above the limit. */
export function checkPixelLimit(width: number, height: number, maxPixels: number): void {
  if (width * height > maxPixels) throw new ImageError("too-many-pixels", `${width} x ${height}`);
}
