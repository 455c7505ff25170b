/** Capitals and digits that can't be taken for one another on paper: no 0 and O, no 1 and I. 32 of them: 5 bits each. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** 50 bits: with a hundred thousand codes alive one guess in ten thousand million hits. */
const LETTERS = 10;

/** A code out of bytes of which each is equally likely; the first ten count. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** A code as it stands on paper: `7KQ2M-9XWPD`. */
export function printedCode(code: string): string {
  return `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`;
}

/** What somebody typed, as a code; null for what can be none. Small letters, spaces and lines count for nothing. */
export function typedCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s.\-–—]/g, "");
  const isCode = code.length === LETTERS && [...code].every((letter) => ALPHABET.includes(letter));
  return isCode ? code : null;
}
