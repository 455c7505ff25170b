const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes as base32 without padding (RFC 4648, 6). */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

/**
 * The bytes of a base32 text; case and spaces do not matter.
 * @throws Error for any other letter
 */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.replace(/[\s=]/g, "").toUpperCase()) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) throw new Error("not base32");
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits - 8)) & 255);
    if (bits >= 8) bits -= 8;
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}
