/** The letters of Windows-1252 outside Latin-1: what Helvetica shows beside ASCII and U+00A0-U+00FF. */
const EXTRA = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
/** Look-alikes for what has no base letter, and for signs that reports use. */
const LOOK_ALIKES: Record<string, string> = {
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2015": "—",
  "\u2032": "'",
  "\u2033": '"',
  "\u02bb": "‘",
  "\u02bc": "’",
  "\u02bf": "‘",
  "\u02be": "’",
  "\u2264": "<=",
  "\u2265": ">=",
  "\u2260": "<>",
  "\u2192": "->",
  "\u2190": "<-",
  "\u2713": "v",
  "\u2714": "v",
  "\u25cf": "•",
  "\u25aa": "•",
  "\u2044": "/",
  "\u20b9": "Rs",
  "\u2103": "°C",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ı: "i",
  ħ: "h",
  Ħ: "H",
};
const GAP = "[…]";

/** Does Helvetica show this letter? */
export function isStandardLetter(char: string): boolean {
  return (char >= " " && char <= "~") || (char >= "\u00a0" && char <= "\u00ff") || EXTRA.includes(char);
}

function showChar(char: string): string | null {
  if (isStandardLetter(char)) return char;
  if (/\s/u.test(char)) return " ";
  const alike = LOOK_ALIKES[char];
  if (alike !== undefined) return alike;
  const base = char.normalize("NFKD").replace(/\p{M}/gu, "");
  if (base !== "" && base !== char) {
    const shown = Array.from(base, showChar);
    return shown.includes(null) ? null : shown.join("");
  }
  return /[\p{L}\p{N}]/u.test(char) ? null : "";
}

/**
 * Text as the standard PDF fonts can show it (Windows-1252), without ever a silent `?`. A letter that they lack loses
 * its marks (ḥ -> h, ā -> a) or becomes its look-alike; a run of letters of another script becomes `[…]`, so that the
 * reader sees the gap; emoji and control characters are left out. Line breaks stay.
 */
export function toPrintable(text: string): string {
  let printable = "";
  for (const char of text.replace(/\r\n?/g, "\n").normalize("NFC")) {
    const shown = char === "\n" ? char : showChar(char);
    if (shown !== null) printable += shown;
    else if (!printable.endsWith(GAP)) printable += GAP;
  }
  return printable;
}

/** The letters of `text` that no look-alike can stand for, each once: for a notice beside a form. */
export function unprintableLetters(text: string): string[] {
  const letters = Array.from(text.normalize("NFC")).filter(
    (char) => char !== "\n" && showChar(char) === null,
  );
  return [...new Set(letters)];
}
