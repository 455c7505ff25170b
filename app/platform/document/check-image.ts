import { cleanImage } from "#app/platform/image/clean-image.ts";
import { ImageError } from "#app/platform/image/image-error.ts";
import { isSideways, type Orientation, withoutOrientation } from "#app/platform/image/orientation.ts";
import type { DocumentImage } from "./blocks.ts";
import { DocumentError } from "./document-error.ts";

/** A PNG is decoded into memory when it is put into a PDF: 4 megapixels are 16 MB. A JPEG is not. */
const MAX_PNG_PIXELS = 4_000_000;

export interface CheckedImage {
  bytes: Uint8Array<ArrayBuffer>;
  type: "image/jpeg" | "image/png";
  /** Pixels as the picture is shown. */
  width: number;
  height: number;
  orientation: Orientation;
}

/**
 * Checks a JPEG or PNG, strips what it says beyond its pixels and gives its size as shown (turned by `orientation`).
 * Throws DocumentError `unreadable-image`.
 */
export function checkImage(image: DocumentImage): CheckedImage {
  try {
    const cleaned = cleanImage(image.bytes, image.type === "image/png" ? MAX_PNG_PIXELS : undefined);
    if (cleaned.type === "image/webp") throw new DocumentError("unreadable-image", "WebP");
    const { type, width, height, orientation } = cleaned;
    const size = isSideways(orientation) ? { width: height, height: width } : { width, height };
    return { ...size, type, orientation, bytes: withoutOrientation(cleaned) };
  } catch (error) {
    if (error instanceof ImageError) throw new DocumentError("unreadable-image", error.code);
    throw error;
  }
}

/** Like `checkImage`, but null where the picture can't be shown, so that one bad photo doesn't stop a report. */
export function findImage(image: DocumentImage): CheckedImage | null {
  try {
    return checkImage(image);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}
