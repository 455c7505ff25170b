import { concatBytes, latin1, viewOf } from "./bytes.ts";

/** EXIF orientation: 1 upright; 3 half a turn; 6 and 8 a quarter turn right and left; even and 5, 7 also mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const EXIF_HEADER = "Exif\0\0";

/** Reads the orientation out of a JPEG's EXIF segment (`Exif\0\0` and a TIFF block). Whatever is damaged counts as 1. */
export function readOrientation(exif: Uint8Array): Orientation {
  if (latin1(exif, 0, 6) !== EXIF_HEADER || exif.length < 14) return 1;
  const tiff = viewOf(exif.subarray(6));
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** A whole JPEG APP1 segment that says the orientation and nothing else. */
export function orientationSegment(orientation: Orientation): Uint8Array {
  const marker = [0xff, 0xe1, 0, 34];
  const exif = Array.from(EXIF_HEADER, (char) => char.charCodeAt(0));
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...marker, ...exif, ...tiff, ...directory]);
}

/** True where the picture is shown a quarter turn round, so that width and height change places. */
export function isSideways(orientation: Orientation): boolean {
  return orientation >= 5;
}

/**
 * The bytes of a cleaned picture without its orientation segment, for programs that turn the picture themselves. Takes
 * what `cleanImage` gave.
 */
export function withoutOrientation(image: { bytes: Uint8Array<ArrayBuffer>; orientation: Orientation }) {
  if (image.orientation === 1) return image.bytes;
  const segment = orientationSegment(image.orientation).length;
  return concatBytes([image.bytes.subarray(0, 2), image.bytes.subarray(2 + segment)]);
}
