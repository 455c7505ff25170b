import type { SheetLimits } from "./limits.ts";
import { SheetError } from "./sheet-error.ts";

const LESS = 0x3c;
const GREATER = 0x3e;
const EXCLAMATION = 0x21;
const EQUALS = 0x3d;
const QUOTES = [0x22, 0x27];
const BLANKS = [0x20, 0x09, 0x0a, 0x0d];
const LETTER_R = 0x72;

/** The reader's time grows with the square of a tag's length: one of 4 MB stops everything for a minute. */
const MAX_TAG_BYTES = 4096;

/**
 * Walks a part's XML once, byte by byte, and refuses tags that would cost its reader too much. Comments, CDATA,
 * declarations and `<` inside a tag, where something could hide from this walk, are refused as well.
 * @param onAddress gets the value of each attribute named `r`
 * @throws SheetError
 */
export function checkXml(xml: Uint8Array, onAddress: (value: Uint8Array) => void = () => undefined): void {
  let opened = -1;
  for (let at = 0; at < xml.length; at++) {
    const byte = xml[at] ?? 0;
    if (opened < 0) {
      if (byte !== LESS) continue;
      opened = at;
      if (xml[at + 1] === EXCLAMATION) throw new SheetError("unsupported");
    } else if (at - opened > MAX_TAG_BYTES) throw new SheetError("corrupt");
    else if (byte === GREATER) opened = -1;
    else if (byte === LESS) throw new SheetError("corrupt");
    else if (QUOTES.includes(byte)) {
      const end = xml.indexOf(byte, at + 1);
      if (end < 0 || xml.subarray(at, end).includes(LESS)) throw new SheetError("corrupt");
      if (isAddressValue(xml, at)) onAddress(xml.subarray(at + 1, end));
      at = end;
    }
  }
}

/**
 * Checks a worksheet and refuses addresses (`r="ZZ9"`, `r="9"`) beyond the limits: the reader after it fills every gap
 * up to an address with empty rows and cells. Throws SheetError.
 */
export function checkWorksheet(xml: Uint8Array, limits: SheetLimits): void {
  checkXml(xml, (value) => checkAddress(value, limits));
}

/** True where the value that opens at `quote` belongs to an attribute named `r`, with or without a prefix. */
function isAddressValue(xml: Uint8Array, quote: number): boolean {
  const equals = skipBack(xml, quote - 1, (byte) => BLANKS.includes(byte));
  if (xml[equals] !== EQUALS) return false;
  const end = skipBack(xml, equals - 1, (byte) => BLANKS.includes(byte));
  if (xml[end] !== LETTER_R) return false;
  const start = skipBack(
    xml,
    end,
    (byte) => !BLANKS.includes(byte) && !QUOTES.includes(byte) && byte !== LESS,
  );
  const name = String.fromCharCode(...xml.subarray(Math.max(start + 1, end - 16), end + 1));
  return name === "r" || (name.endsWith(":r") && name !== "xmlns:r");
}

function skipBack(xml: Uint8Array, from: number, isSkipped: (byte: number) => boolean): number {
  let at = from;
  while (at >= 0 && isSkipped(xml[at] ?? 0)) at--;
  return at;
}

function checkAddress(value: Uint8Array, limits: SheetLimits): void {
  const address = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(String.fromCharCode(...value.subarray(0, 16)));
  if (!address) throw new SheetError("corrupt");
  const row = Number(address[2]);
  const column = Array.from(address[1] ?? "").reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  if (row > limits.maxRows) throw new SheetError("too-many-rows", { row: limits.maxRows + 1 });
  if (column > limits.maxColumns) throw new SheetError("too-many-columns", { row });
}
