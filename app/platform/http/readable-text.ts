// Control characters but tab and line ends: no form of ours asks for them, and no text column takes NUL.
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Text as it may be stored and compared: NFC, without control characters but tab and line ends, well-formed. */
export function readableText(text: string): string {
  return text.replace(CONTROLS, "").replace(LONE_SURROGATES, "\uFFFD").normalize("NFC");
}

/** Does an address (path or query) carry an encoded control character or bytes that are no UTF-8? */
export function isReadableAddress(text: string): boolean {
  try {
    return !/[^\P{Cc}\t\n\r]/u.test(decodeURIComponent(text.replaceAll("+", " ")));
  } catch {
    return false;
  }
}
