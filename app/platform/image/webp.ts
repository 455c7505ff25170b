import { concatBytes, latin1, viewOf } from "./bytes.ts";
import type { CleanedImage } from "./clean-image.ts";
import { ImageError } from "./image-error.ts";
import { checkPixelLimit } from "./pixel-limit.ts";

const KEPT_CHUNKS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"]);
const FLAG_ANIMATION = 0x02;
const FLAG_XMP = 0x04;
const FLAG_EXIF = 0x08;

interface Chunk {
  name: string;
  data: Uint8Array;
}

/**
 * Rewrites a still WebP from its picture, alpha and colour profile chunks; EXIF, XMP and unknown chunks are left out
 * and the header's flags say so. Throws ImageError (`animated` for moving pictures).
 */
export function cleanWebp(bytes: Uint8Array, maxPixels: number): CleanedImage {
  const chunks = readChunks(bytes);
  const extended = chunks.find(({ name }) => name === "VP8X")?.data;
  const isMoving = extended && (extended[0] ?? 0) & FLAG_ANIMATION;
  if (isMoving || chunks.some(({ name }) => name === "ANIM" || name === "ANMF")) {
    throw new ImageError("animated", "a moving WebP");
  }
  const pictures = chunks.filter(({ name }) => name === "VP8 " || name === "VP8L");
  const [picture] = pictures;
  if (!picture || pictures.length > 1) throw new ImageError("corrupt", "WebP picture");
  const size = picture.name === "VP8 " ? readLossySize(picture.data) : readLosslessSize(picture.data);
  if (extended) checkCanvas(extended, size);
  checkPixelLimit(size.width, size.height, maxPixels);
  const kept = chunks.filter(({ name }) => KEPT_CHUNKS.has(name)).map(writeChunk);
  return { bytes: writeRiff(kept), type: "image/webp", ...size, orientation: 1 };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  if (latin1(bytes, 0, 4) !== "RIFF" || latin1(bytes, 8, 4) !== "WEBP")
    throw new ImageError("unsupported", "no WebP");
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw new ImageError("truncated", "a WebP file");
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) throw new ImageError("corrupt", "WebP chunk length");
    chunks.push({ name: latin1(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function readLossySize(data: Uint8Array) {
  if (data.length < 10 || latin1(data, 3, 3) !== "\u009d\u0001\u002a")
    throw new ImageError("corrupt", "WebP picture");
  const view = viewOf(data);
  return checkSize(view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff);
}

function readLosslessSize(data: Uint8Array) {
  if (data.length < 5 || data[0] !== 0x2f) throw new ImageError("corrupt", "WebP picture");
  const bits = viewOf(data).getUint32(1, true);
  return checkSize((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function checkSize(width: number, height: number) {
  if (width === 0 || height === 0) throw new ImageError("corrupt", "a WebP without a size");
  return { width, height };
}

function checkCanvas(extended: Uint8Array, size: { width: number; height: number }): void {
  if (extended.length !== 10) throw new ImageError("corrupt", "WebP header");
  const view = viewOf(extended);
  const width = 1 + (view.getUint32(4, true) & 0xffffff);
  const height = 1 + (view.getUint32(6, true) >>> 8);
  if (width !== size.width || height !== size.height) throw new ImageError("corrupt", "WebP size");
}

function writeChunk({ name, data }: Chunk): Uint8Array {
  const chunk = new Uint8Array(8 + data.length + (data.length % 2));
  chunk.set(Array.from(name, (char) => char.charCodeAt(0)));
  viewOf(chunk).setUint32(4, data.length, true);
  chunk.set(data, 8);
  if (name === "VP8X") chunk[8] = (data[0] ?? 0) & ~(FLAG_EXIF | FLAG_XMP);
  return chunk;
}

function writeRiff(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = concatBytes([new Uint8Array(12), ...chunks]);
  whole.set(Array.from("RIFF\0\0\0\0WEBP", (char) => char.charCodeAt(0)));
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}
