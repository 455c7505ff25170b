import { latin1 } from "./bytes.ts";
import { ImageError } from "./image-error.ts";
import { cleanJpeg } from "./jpeg.ts";
import type { Orientation } from "./orientation.ts";
import { checkPixelLimit, MAX_PIXELS } from "./pixel-limit.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

export type ImageType = "image/jpeg" | "image/png" | "image/webp";

export interface CleanedImage {
  bytes: Uint8Array<ArrayBuffer>;
  type: ImageType;
  /** Stored pixels, before the orientation is applied. */
  width: number;
  height: number;
  orientation: Orientation;
}

/**
 * Checks a JPEG, PNG or WebP by its bytes and gives it back without what it says about person, place, time and
 * device. Pixels are not touched and not decoded; a JPEG keeps a bare orientation tag. Throws ImageError, nothing
 * else; its codes are `unsupported`, `truncated`, `corrupt`, `too-many-pixels` and `animated`.
 */
export function cleanImage(bytes: Uint8Array, maxPixels = MAX_PIXELS): CleanedImage {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const image = cleanJpeg(bytes);
    checkPixelLimit(image.width, image.height, maxPixels);
    return image;
  }
  if (latin1(bytes, 1, 3) === "PNG") return cleanPng(bytes, maxPixels);
  if (latin1(bytes, 0, 4) === "RIFF") return cleanWebp(bytes, maxPixels);
  throw new ImageError("unsupported", "neither JPEG, PNG nor WebP");
}
