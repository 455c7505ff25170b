import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { IMPORT_FIELDS } from "./import-fields.ts";

/** Tables of OpenSID's `.sid` that an import reads; what else the file holds is passed over. */
const TABLES = ["tweb_penduduk", "tweb_keluarga", "tweb_wil_clusterdesa"] as const;
type Table = (typeof TABLES)[number];
type SidRow = Record<string, unknown>;

const MAX_DEPTH = 24;
const MAX_ROW_CHARS = 64 * 1024;
const MAX_ROWS = 60_000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Is this text a `.sid`, by its beginning? */
export function isSidText(text: string): boolean {
  return /^\s*\{\s*"(info|tabel)"\s*:/.test(text.slice(0, 2000));
}

/**
 * The rows of the wanted tables, one by one: only they are parsed, so that a file full of other tables, or nested without
 * end, costs one walk over its letters.
 * @throws SheetError where the text is no JSON of that shape
 */
export function* sidRows(text: string): Generator<{ table: Table; row: SidRow }> {
  const open: string[] = [];
  const keys: string[] = [];
  let word = "";
  for (let at = 0, count = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === '"') {
      const end = stringEnd(text, at);
      word = text.slice(at + 1, Math.min(end, at + 60));
      at = end;
    } else if (char === ":") keys[open.length - 1] = word;
    else if (char === "{" || char === "[") {
      const table = char === "{" ? tableAt(open, keys) : null;
      if (table) {
        if (++count > MAX_ROWS) throw new SheetError("too-many-rows", { row: MAX_ROWS + 1 });
        const end = objectEnd(text, at);
        yield { table, row: parseRow(text.slice(at, end + 1)) };
        at = end;
      } else if (open.push(char) > MAX_DEPTH) throw new SheetError("corrupt");
      keys.length = open.length;
    } else if (char === "}" || char === "]") {
      if (open.pop() !== (char === "}" ? "{" : "[")) throw new SheetError("corrupt");
    }
  }
  if (open.length > 0) throw new SheetError("corrupt");
}

/** `tabel` -> table -> `data` -> a list: there its rows stand. */
function tableAt(open: readonly string[], keys: readonly string[]): Table | null {
  if (open.join("") !== "{{{[" || keys[0] !== "tabel" || keys[2] !== "data") return null;
  return TABLES.find((name) => name === keys[1]) ?? null;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  throw new SheetError("corrupt");
}

function objectEnd(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length, start + MAX_ROW_CHARS);
  for (let at = start; at < last; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at;
    if (depth > MAX_DEPTH) break;
  }
  throw new SheetError("corrupt");
}

function parseRow(text: string): SidRow {
  try {
    return JSON.parse(text) as SidRow;
  } catch {
    throw new SheetError("corrupt");
  }
}

/** Headings under which residents of a `.sid` are staged: OpenSID's own. */
export const SID_HEADINGS: readonly string[] = IMPORT_FIELDS.map(({ headings }) => headings[0] ?? "");

/** Columns of `tweb_penduduk` whose name is another than that of the workbook's column. */
const OTHER_NAMES: Record<string, string> = { status_penduduk: "status" };
/** Columns that stand in the tables of cards and areas. */
const JOINED = new Set(["alamat", "no_kk", "dusun", "rw", "rt"]);

/** Residents of a `.sid` with their card and area, in the columns of `SID_HEADINGS`. @throws SheetError */
export function* sidResidents(text: string): Generator<string[]> {
  const cards = new Map<string, SidRow>();
  const areas = new Map<string, SidRow>();
  for (const { table, row } of sidRows(text)) {
    if (table === "tweb_keluarga") cards.set(textOf(row.id), pick(row, ["no_kk", "alamat", "id_cluster"]));
    if (table === "tweb_wil_clusterdesa") areas.set(textOf(row.id), pick(row, ["dusun", "rw", "rt"]));
  }
  for (const { table, row } of sidRows(text)) {
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
