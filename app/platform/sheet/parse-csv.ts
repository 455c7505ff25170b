import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { SheetError } from "./sheet-error.ts";

export type Delimiter = ";" | "," | "\t";

const DELIMITERS: Delimiter[] = [";", ",", "\t"];
const GUESS_LINES = 20;

/**
 * Reads RFC 4180 text: quoted cells may hold the delimiter, line breaks and doubled quotes; lines end in CRLF, LF or
 * CR. A quote inside an unquoted cell is an ordinary letter, as Excel has it. Stops with SheetError at the first
 * row or column beyond the limits, before the rest is read.
 */
export function parseCsv(text: string, delimiter: Delimiter, limits: SheetLimits = SHEET_LIMITS): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at, delimiter) : readPlain(text, at, delimiter);
    row.push(cell.value);
    if (row.length > limits.maxColumns) throw new SheetError("too-many-columns", { row: rows.length + 1 });
    at = cell.end;
    const isCut = text[at] === delimiter;
    if (isCut) at++;
    if (isCut && at < text.length) continue;
    if (isCut) row.push("");
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    rows.push(row);
    if (rows.length > limits.maxRows) throw new SheetError("too-many-rows", { row: rows.length });
    row = [];
  }
  return rows;
}

/**
 * The delimiter that cuts most of the first lines into the same number of columns, whatever title stands above them;
 * `;` (Indonesian Excel) where none does.
 */
export function guessDelimiter(text: string): Delimiter {
  const named = /^sep=([;,\t])\r?\n/.exec(text)?.[1];
  if (named) return named as Delimiter;
  const head = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/, GUESS_LINES + 1)
    .slice(0, GUESS_LINES)
    .join("\n");
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function scoreOf(head: string, delimiter: Delimiter): number {
  const widths = parseCsv(head, delimiter, { ...SHEET_LIMITS, maxColumns: Number.POSITIVE_INFINITY })
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, rows] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [0, 0];
  return (rows / Math.max(1, widths.length)) * 1000 + width;
}

function readPlain(text: string, from: number, delimiter: Delimiter) {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(from, end), end };
}

/** A cell whose closing quote is missing runs to the end; letters behind the closing quote stay with the cell. */
function readQuoted(text: string, from: number, delimiter: Delimiter) {
  const pieces: string[] = [];
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return { value: pieces.concat(text.slice(start)).join('"'), end: text.length };
    pieces.push(text.slice(start, quote));
    if (text[quote + 1] !== '"') {
      const rest = readPlain(text, quote + 1, delimiter);
      return { value: pieces.join('"') + rest.value, end: rest.end };
    }
    start = quote + 2;
  }
}
