import { concatBytes, latin1, viewOf } from "./bytes.ts";
import type { CleanedImage } from "./clean-image.ts";
import { ImageError } from "./image-error.ts";
import { type Orientation, orientationSegment, readOrientation } from "./orientation.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Baseline, extended and progressive: what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Quantisation and Huffman tables, restart interval. */
const TABLES = [0xdb, 0xc4, 0xdd];
/** A progressive photo has about ten; a hostile one thousands, each a full decode. */
const MAX_SCANS = 64;

interface State {
  kept: Uint8Array[];
  frame?: { width: number; height: number };
  orientation: Orientation;
  scans: number;
}

/**
 * Rewrites a JPEG from the segments that make up the picture: tables, frame, scans, JFIF density, colour profile and
 * Adobe transform. Everything else (EXIF with place and time, XMP, IPTC, comments, previews, what follows the end)
 * is left out; the orientation alone comes back as a new segment. Throws ImageError.
 */
export function cleanJpeg(bytes: Uint8Array): CleanedImage {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw new ImageError("unsupported", "no JPEG");
  const state: State = { kept: [], orientation: 1, scans: 0 };
  let at = 2;
  for (;;) {
    const marker = readMarker(bytes, at);
    at = marker.next;
    if (marker.code === EOI) break;
    const segment = readSegment(bytes, at);
    at += segment.length;
    if (marker.code === SOS) at = takeScan(bytes, at, segment, state);
    else takeSegment(marker.code, segment, state);
  }
  const { frame, orientation, kept, scans } = state;
  if (!frame || scans === 0) throw new ImageError("corrupt", "a JPEG without a picture");
  const head = [Uint8Array.of(0xff, SOI), ...(orientation === 1 ? [] : [orientationSegment(orientation)])];
  return {
    bytes: concatBytes([...head, ...kept, Uint8Array.of(0xff, EOI)]),
    type: "image/jpeg",
    ...frame,
    orientation,
  };
}

function readMarker(bytes: Uint8Array, from: number): { code: number; next: number } {
  let at = from;
  if (at < bytes.length && bytes[at] !== 0xff) throw new ImageError("corrupt", "no JPEG marker");
  while (bytes[at] === 0xff) at++;
  const code = bytes[at];
  if (code === undefined) throw new ImageError("truncated", "a JPEG without its end");
  if (code < 0xc0 || code === SOI || (code >= 0xd0 && code <= 0xd7))
    throw new ImageError("corrupt", "JPEG marker");
  return { code, next: at + 1 };
}

/** The segment's bytes, its two length bytes included. */
function readSegment(bytes: Uint8Array, at: number): Uint8Array {
  if (at + 2 > bytes.length) throw new ImageError("truncated", "a JPEG segment");
  const length = viewOf(bytes).getUint16(at);
  if (length < 2) throw new ImageError("corrupt", "JPEG segment length");
  if (at + length > bytes.length) throw new ImageError("truncated", "a JPEG segment");
  return bytes.subarray(at, at + length);
}

function takeSegment(code: number, segment: Uint8Array, state: State): void {
  const keep = (data: Uint8Array) => state.kept.push(Uint8Array.of(0xff, code), data);
  if (FRAMES.includes(code)) {
    if (state.frame) throw new ImageError("corrupt", "two JPEG frames");
    state.frame = readFrame(segment);
    keep(segment);
  } else if (TABLES.includes(code)) keep(segment);
  else if (code >= 0xc0 && code <= 0xcf) throw new ImageError("unsupported", "a rare kind of JPEG");
  else if (code === APP0 && latin1(segment, 2, 5) === "JFIF\0" && segment.length >= 16) {
    const density = segment.slice(0, 16);
    density.set([0, 16], 0);
    density.set([0, 0], 14);
    keep(density);
  } else if (code === APP1 && state.orientation === 1)
    state.orientation = readOrientation(segment.subarray(2));
  else if (code === APP2 && latin1(segment, 2, 12) === "ICC_PROFILE\0") keep(segment);
  else if (code === APP14 && latin1(segment, 2, 5) === "Adobe") keep(segment);
}

function readFrame(segment: Uint8Array) {
  const view = viewOf(segment);
  if (segment.length < 8 || segment.length !== 8 + 3 * view.getUint8(7))
    throw new ImageError("corrupt", "JPEG frame");
  const height = view.getUint16(3);
  const width = view.getUint16(5);
  if (view.getUint8(2) !== 8 || ![1, 3, 4].includes(view.getUint8(7)))
    throw new ImageError("unsupported", "JPEG depth");
  if (width === 0 || height === 0) throw new ImageError("corrupt", "a JPEG without a size");
  return { width, height };
}

/** Keeps a scan's header and its coded data; gives where the next marker begins. */
function takeScan(bytes: Uint8Array, from: number, header: Uint8Array, state: State): number {
  if (!state.frame) throw new ImageError("corrupt", "a JPEG scan before its frame");
  if (++state.scans > MAX_SCANS) throw new ImageError("corrupt", "too many JPEG scans");
  let at = from;
  for (; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) break;
  }
  if (at + 1 >= bytes.length) throw new ImageError("truncated", "a JPEG without its end");
  state.kept.push(Uint8Array.of(0xff, SOS), header, bytes.subarray(from, at));
  return at;
}
