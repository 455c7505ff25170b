/** Text without what XML 1.0 can't hold (control characters but tab and line feed, lone surrogates, U+FFFE, U+FFFF). */
export function toXmlText(text: string): string {
  const kept = Array.from(text.replace(/\r\n?/g, "\n")).filter(
    (char) => char >= " " || char === "\n" || char === "\t",
  );
  return kept.join("").replace(/[\ufffe\uffff]|\p{Surrogate}/gu, "");
}
