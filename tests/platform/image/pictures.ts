import { readFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { concatBytes, viewOf } from "#app/platform/image/bytes.ts";
import { PNG_SIGNATURE } from "#app/platform/image/png.ts";
import { crc32 } from "#app/platform/zip/crc32.ts";

/** Small real pictures made by libjpeg and libwebp: 64 x 48 pixels. */
export function readPicture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = concatBytes([new Uint8Array(4), ascii(name), data, new Uint8Array(4)]);
  viewOf(chunk).setUint32(0, data.length);
  viewOf(chunk).setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

export interface PngOptions {
  width?: number;
  height?: number;
  interlace?: 0 | 1;
  /** Filtered rows; default: a grey ramp of the right length. */
  rows?: Uint8Array;
  extra?: Uint8Array[];
}

/** A greyscale PNG of 8 bits. */
export function makePng({
  width = 24,
  height = 16,
  interlace = 0,
  rows,
  extra = [],
}: PngOptions = {}): Uint8Array {
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  header.set([8, 0, 0, 0, interlace], 8);
  const pixels =
    rows ?? Uint8Array.from({ length: height * (width + 1) }, (_, at) => (at % (width + 1) ? at % 251 : 0));
  const end = pngChunk("IEND", new Uint8Array());
  return concatBytes([
    PNG_SIGNATURE,
    pngChunk("IHDR", header),
    ...extra,
    pngChunk("IDAT", zlibSync(pixels)),
    end,
  ]);
}

export function jpegSegment(code: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return concatBytes([Uint8Array.of(0xff, code, length >> 8, length & 255), data]);
}

/** Puts segments behind the JPEG's start and bytes behind its end. */
export function dressJpeg(
  jpeg: Uint8Array,
  segments: Uint8Array[],
  tail: Uint8Array = new Uint8Array(),
): Uint8Array {
  return concatBytes([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), tail]);
}

/** An EXIF segment with an orientation, and a GPS note behind it. */
export function exifSegment(orientation: number, order: "II" | "MM" = "II"): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  const little = order === "II";
  tiff.set(ascii(order));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 1, little);
  view.setUint16(10, 0x0112, little);
  view.setUint16(12, 3, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, orientation, little);
  return jpegSegment(0xe1, concatBytes([ascii("Exif\0\0"), tiff, ascii("GPS -8.4906 116.0419 Redmi")]));
}

export function webpChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + data.length + (data.length % 2));
  chunk.set(ascii(name));
  viewOf(chunk).setUint32(4, data.length, true);
  chunk.set(data, 8);
  return chunk;
}

/** Turns a plain WebP into an extended one with these flags and chunks behind the picture. */
export function dressWebp(
  webp: Uint8Array,
  flags: number,
  chunks: Uint8Array[],
  width = 64,
  height = 48,
): Uint8Array {
  const header = Uint8Array.of(flags, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0);
  const body = concatBytes([ascii("WEBP"), webpChunk("VP8X", header), webp.subarray(12), ...chunks]);
  return webpChunk("RIFF", body);
}
