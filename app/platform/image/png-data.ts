import { Unzlib } from "fflate";
import { concatBytes } from "./bytes.ts";
import { ImageError } from "./image-error.ts";

export interface PngHeader {
  width: number;
  height: number;
  colourType: number;
  bitsPerPixel: number;
  isInterlaced: boolean;
}

/** Adam7: first column and row of each pass and the steps between its pixels (PNG specification, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const STEP_BYTES = 8 * 1024;

/** Inflates the pixel data step by step and holds nothing. Throws ImageError unless its length is what the size needs. */
export function checkPngData(header: PngHeader, data: readonly Uint8Array[]): void {
  const expected = dataLength(header);
  let length = 0;
  const unzlib = new Unzlib((chunk) => {
    length += chunk.length;
    if (length > expected) throw new ImageError("corrupt", "more pixel data than the picture holds");
  });
  const steps = split(concatBytes(data));
  try {
    steps.forEach((step, index) => {
      unzlib.push(step, index === steps.length - 1);
    });
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError("corrupt", "the pixel data does not inflate");
  }
  if (length !== expected) throw new ImageError("truncated", "pixel data is missing");
}

function dataLength({ width, height, bitsPerPixel, isInterlaced }: PngHeader): number {
  const plane = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!isInterlaced) return plane(width, height);
  return PASSES.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + plane(Math.max(0, Math.ceil((width - x) / stepX)), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  );
}

/** The last step takes the rest, so that the four bytes of the checksum come in one piece. */
function split(data: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.floor(data.length / STEP_BYTES));
  return Array.from({ length: count }, (_, index) =>
    data.subarray(index * STEP_BYTES, index === count - 1 ? data.length : (index + 1) * STEP_BYTES),
  );
}
