import { crc32 } from "#app/platform/zip/crc32.ts";
import { concatBytes, latin1, viewOf } from "./bytes.ts";
import type { CleanedImage } from "./clean-image.ts";
import { ImageError } from "./image-error.ts";
import { checkPixelLimit } from "./pixel-limit.ts";
import { checkPngData, type PngHeader } from "./png-data.ts";

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Pixels, palette, transparency, plain colour facts and density. Texts, times, EXIF, profiles, frames are not here. */
const KEPT_CHUNKS = new Set([
  "IHDR",
  "PLTE",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
  "IDAT",
  "IEND",
]);
/** Bits a pixel by colour type: [channels, allowed depths]. */
const COLOUR_TYPES: Record<number, [number, number[]]> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};

interface Chunk {
  name: string;
  data: Uint8Array;
  whole: Uint8Array;
}

/**
 * Rewrites a PNG from its picture chunks alone; texts, times, EXIF, embedded profiles, animation and what follows the
 * end are left out. The pixel data is inflated and counted, so that no decoder after it meets a bomb.
 * Throws ImageError.
 */
export function cleanPng(bytes: Uint8Array, maxPixels: number): CleanedImage {
  const chunks = readChunks(bytes).filter(({ name }) => KEPT_CHUNKS.has(name));
  const [first] = chunks;
  if (first?.name !== "IHDR" || chunks.filter(({ name }) => name === "IHDR").length > 1) {
    throw new ImageError("corrupt", "PNG header");
  }
  const header = readHeader(first.data);
  if (header.colourType === 3 && !chunks.some(({ name }) => name === "PLTE"))
    throw new ImageError("corrupt", "palette");
  checkPixelLimit(header.width, header.height, maxPixels);
  checkPngData(
    header,
    chunks.filter(({ name }) => name === "IDAT").map(({ data }) => data),
  );
  const kept = concatBytes([PNG_SIGNATURE, ...chunks.map(({ whole }) => whole)]);
  return { bytes: kept, type: "image/png", width: header.width, height: header.height, orientation: 1 };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  if (PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte))
    throw new ImageError("unsupported", "no PNG");
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  for (;;) {
    if (at + 12 > bytes.length) throw new ImageError("truncated", "a PNG without its end");
    const length = view.getUint32(at);
    const next = at + 12 + length;
    if (next > bytes.length) throw new ImageError("truncated", "a PNG chunk");
    if (crc32(bytes.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) {
      throw new ImageError("corrupt", "a PNG chunk differs from its checksum");
    }
    const name = latin1(bytes, at + 4, 4);
    chunks.push({ name, data: bytes.subarray(at + 8, next - 4), whole: bytes.subarray(at, next) });
    if (name === "IEND") return chunks;
    at = next;
  }
}

function readHeader(data: Uint8Array): PngHeader {
  if (data.length !== 13) throw new ImageError("corrupt", "PNG header");
  const view = viewOf(data);
  const [depth, colourType, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  const kind = COLOUR_TYPES[colourType];
  if (!kind?.[1].includes(depth) || interlace > 1) throw new ImageError("corrupt", "PNG header");
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width === 0 || height === 0) throw new ImageError("corrupt", "a PNG without a size");
  return { width, height, colourType, bitsPerPixel: kind[0] * depth, isInterlaced: interlace === 1 };
}
