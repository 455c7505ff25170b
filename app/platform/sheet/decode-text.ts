export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Windows-1252 0x80-0x9F (WHATWG index); the rest of it is Latin-1. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const STEP_UNITS = 8192;

/**
 * Decodes the text of an uploaded file: UTF-16 and UTF-8 by their marks, else UTF-8 where it is valid, else
 * Windows-1252, which Excel for Windows writes.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16(bytes, 0, 1), encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16(bytes, 1, 0), encoding: "utf-16be" };
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes),
      encoding: "utf-8",
    };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  }
}

function decodeUtf16(bytes: Uint8Array, low: number, high: number): string {
  return inSteps(Math.max(0, (bytes.length - 2) >> 1), (index) => {
    const at = 2 + index * 2;
    return ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
  });
}

function decodeWindows1252(bytes: Uint8Array): string {
  return inSteps(bytes.length, (index) => {
    const byte = bytes[index] ?? 0;
    return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
  });
}

function inSteps(length: number, unitAt: (index: number) => number): string {
  let text = "";
  for (let from = 0; from < length; from += STEP_UNITS) {
    const size = Math.min(STEP_UNITS, length - from);
    text += String.fromCharCode(...Array.from({ length: size }, (_, index) => unitAt(from + index)));
  }
  return text;
}
