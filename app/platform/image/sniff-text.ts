const SAMPLE_CHARS = 4096;
/** Longest piece of a file that is looked at; a text's kind shows in its first lines. */
const SAMPLE_BYTES = 16 * 1024;
const MARKUP =
  /<(?:!doctype|\?xml|!--|html|head|body|svg|script|style|iframe|img|object|embed|math|form|a\s)/i;

/** `text/csv` or `text/plain` for readable text (UTF-8, UTF-16 with mark, Windows-1252), null for binary or markup. */
export function sniffText(bytes: Uint8Array): "text/csv" | "text/plain" | null {
  const text = decodeSample(bytes);
  if (text === null || text.trim() === "") return null;
  if (hasControls(text) || text.trimStart().startsWith("<") || MARKUP.test(text)) return null;
  const firstLine = text.split(/\r\n|\n|\r/, 1)[0] ?? "";
  return /[;,\t]/.test(firstLine) ? "text/csv" : "text/plain";
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
