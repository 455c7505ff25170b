const SAMPLE_CHARS = 4096;
/** Longest piece of a file that is looked at; a text's kind shows in its first lines. */
const SAMPLE_BYTES = 16 * 1024;
/** Lines that are looked at: a sheet's titles and enough of its rows. */
const TABLE_LINES = 30;
const MARKUP =
  /<(?:!doctype|\?xml|!--|html|head|body|svg|script|style|iframe|img|object|embed|math|form|a\s)/i;

/** `text/csv` or `text/plain` for readable text (UTF-8, UTF-16 with mark, Windows-1252), null for binary or markup. */
export function sniffText(bytes: Uint8Array): "text/csv" | "text/plain" | null {
  const text = decodeSample(bytes);
  if (text === null || text.trim() === "") return null;
  if (hasControls(text) || text.trimStart().startsWith("<") || MARKUP.test(text)) return null;
  return isTable(text) ? "text/csv" : "text/plain";
}

/** A table has one of the separators in its first line, or in most of its first lines: titles may stand above it. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, TABLE_LINES).filter((line) => line.trim() !== "");
  return [";", ",", "\t"].some((separator) => {
    const count = lines.filter((line) => line.includes(separator)).length;
    return lines[0]?.includes(separator) || (count >= 2 && count * 2 > lines.length);
  });
}

function decodeSample(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const mark = ((sample[0] ?? 0) << 8) | (sample[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) {
    const step = mark === 0xfffe ? [1, 0] : [0, 1];
    const units = Array.from({ length: Math.min(SAMPLE_CHARS, (sample.length - 2) >> 1) }, (_, index) => {
      const at = 2 + index * 2;
      return ((sample[at + (step[0] ?? 0)] ?? 0) << 8) | (sample[at + (step[1] ?? 0)] ?? 0);
    });
    return String.fromCharCode(...units);
  }
  if (sample.length === 0) return null;
  return new TextDecoder("utf-8").decode(sample).replace(/^\ufeff/, "");
}

function hasControls(text: string): boolean {
  return Array.from(text).some((char) => (char < " " && !"\t\r\n\f".includes(char)) || char === "\u007f");
}
