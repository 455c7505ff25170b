import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { IMPORT_FIELDS } from "./import-fields.ts";

/** Tables of OpenSID's `.sid` that an import reads; what else the file holds is passed over. */
const TABLES = ["tweb_penduduk", "tweb_keluarga", "tweb_wil_clusterdesa"] as const;
type Table = (typeof TABLES)[number];
type SidRow = Record<string, unknown>;

const MAX_DEPTH = 24;
const MAX_ROW_CHARS = 64 * 1024;
const MAX_ROWS = 60_000;
const LONGEST_KEY = 60;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Is this text a `.sid`, by its beginning? */
export function isSidText(text: string): boolean {
  return /^\s*\{\s*"(info|tabel)"\s*:/.test(text.slice(0, 2000));
}

/**
 * The rows of the wanted tables, one by one, out of a text that comes piece by piece: only they are held and parsed, so
 * that a file full of other tables, or nested without end, costs one walk over its letters.
 * @throws SheetError where the text is no JSON of that shape
 */
export function* sidRows(pieces: Iterable<string>): Generator<{ table: Table; row: SidRow }> {
  const walk = new SidWalk();
  for (const piece of pieces) yield* walk.over(piece);
  walk.end();
}

/** Where the walk over a `.sid` stands between two pieces. */
class SidWalk {
  private readonly open: string[] = [];
  private readonly keys: string[] = [];
  private word = "";
  private isInString = false;
  private isEscaped = false;
  /** Of a row that is being held: its table, its text so far and how deep its brackets go. */
  private row: { table: Table; text: string; depth: number } | null = null;
  private count = 0;

  *over(piece: string): Generator<{ table: Table; row: SidRow }> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.isInString) this.inString(code);
      else if (code === QUOTE) this.beginString();
      else if (this.row) {
        if (!this.closesRow(code)) continue;
        const { table, text } = this.row;
        this.row = null;
        yield { table, row: parseRow(limited(text + piece.slice(from, at + 1))) };
      } else if (this.step(piece[at] ?? "")) from = at;
    }
    if (this.row) this.row.text = limited(this.row.text + piece.slice(from));
  }

  end(): void {
    if (this.open.length > 0 || this.row || this.isInString) throw new SheetError("corrupt");
  }

  private beginString(): void {
    this.isInString = true;
    this.word = "";
  }

  private inString(code: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === BACKSLASH) this.isEscaped = true;
    else if (code === QUOTE) this.isInString = false;
    else if (!this.row && this.word.length < LONGEST_KEY) this.word += String.fromCharCode(code);
  }

  private closesRow(code: number): boolean {
    if (!this.row) return false;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++this.row.depth > MAX_DEPTH) throw new SheetError("corrupt");
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) return --this.row.depth === 0;
    return false;
  }

  /** One sign outside of rows and strings. @returns whether a row begins with it */
  private step(char: string): boolean {
    const { open, keys } = this;
    if (char === ":") keys[open.length - 1] = this.word;
    else if (char === "{" || char === "[") {
      const table = char === "{" ? tableAt(open, keys) : null;
      if (table) {
        if (++this.count > MAX_ROWS) throw new SheetError("too-many-rows", { row: MAX_ROWS + 1 });
        this.row = { table, text: "", depth: 1 };
        return true;
      }
      if (open.push(char) > MAX_DEPTH) throw new SheetError("corrupt");
      keys.length = open.length;
    } else if (char === "}" || char === "]") {
      if (open.pop() !== (char === "}" ? "{" : "[")) throw new SheetError("corrupt");
    }
    return false;
  }
}

/** `tabel` -> table -> `data` -> a list: there its rows stand. */
function tableAt(open: readonly string[], keys: readonly string[]): Table | null {
  if (open.join("") !== "{{{[" || keys[0] !== "tabel" || keys[2] !== "data") return null;
  return TABLES.find((name) => name === keys[1]) ?? null;
}

function limited(text: string): string {
  if (text.length > MAX_ROW_CHARS) throw new SheetError("corrupt");
  return text;
}

function parseRow(text: string): SidRow {
  try {
    return JSON.parse(text) as SidRow;
  } catch {
    throw new SheetError("corrupt");
  }
}

/** Headings under which residents of a `.sid` are staged: OpenSID's own. */
export const SID_HEADINGS: readonly string[] = IMPORT_FIELDS.filter(({ kind }) => kind !== "joined").map(
  ({ headings }) => headings[0] ?? "",
);

/** Columns of `tweb_penduduk` whose name is another than that of the workbook's column. */
const OTHER_NAMES: Record<string, string> = { status_penduduk: "status" };
/** Columns that stand in the tables of cards and areas. */
const JOINED = new Set(["alamat", "no_kk", "dusun", "rw", "rt"]);

/**
 * Residents of a `.sid` with their card and area, in the columns of `SID_HEADINGS`.
 * @param open begins the text anew: it is walked over twice, since cards stand behind their people
 * @throws SheetError
 */
export function* sidResidents(open: () => Iterable<string>): Generator<string[]> {
  const cards = new Map<string, SidRow>();
  const areas = new Map<string, SidRow>();
  for (const { table, row } of sidRows(open())) {
    if (table === "tweb_keluarga") cards.set(textOf(row.id), pick(row, ["no_kk", "alamat", "id_cluster"]));
    if (table === "tweb_wil_clusterdesa") areas.set(textOf(row.id), pick(row, ["dusun", "rw", "rt"]));
  }
  for (const { table, row } of sidRows(open())) {
    if (table !== "tweb_penduduk") continue;
    const card = cards.get(textOf(row.id_kk));
    const area = areas.get(textOf(row.id_cluster)) ?? areas.get(textOf(card?.id_cluster));
    const joined: SidRow = { ...card, ...area };
    yield SID_HEADINGS.map((heading) =>
      JOINED.has(heading) ? textOf(joined[heading]) : textOf(row[OTHER_NAMES[heading] ?? heading]),
    );
  }
}

function pick(row: SidRow, keys: readonly string[]): SidRow {
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}
