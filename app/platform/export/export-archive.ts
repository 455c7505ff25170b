import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";

/** An export that can't be taken in, said in Indonesian to the operator; nothing was changed. */
export class ImportError extends Error {
  override name = "ImportError";
}

const SUMS = "SHA256SUMS.txt";
const CUT = "berkas ini bukan ekspor Balai, rusak, atau terpotong";

/** A full export as it was opened with its passphrase: one entry at a time is unpacked. */
export class ExportArchive {
  readonly #bytes: Uint8Array;
  readonly names: ReadonlySet<string>;

  /** @throws ImportError for what is no export of Balai, or not whole: each entry is held against its SHA-256 */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.names = new Set(this.#list());
    if (!this.names.has(SUMS) || !this.names.has("BACA.txt")) throw new ImportError(CUT);
    const sums = new Map(
      strFromU8(this.read(SUMS))
        .trim()
        .split("\n")
        .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
    );
    for (const name of this.names) {
      if (name === SUMS) continue;
      if (createHash("sha256").update(this.read(name)).digest("hex") !== sums.get(name))
        throw new ImportError(`${CUT} (${name})`);
    }
    if (sums.size !== this.names.size - 1) throw new ImportError(CUT);
  }

  /** The bytes of one entry. */
  read(name: string): Uint8Array {
    const found = this.#unzip((each) => each === name)[name];
    if (!found) throw new ImportError(CUT);
    return found;
  }

  /** Names of the tables that it holds. */
  tables(): string[] {
    return [...this.names].flatMap((name) => /^tabel\/(\w+)\.csv$/.exec(name)?.[1] ?? []);
  }

  /** The head and the rows of a table; an empty cell is no value. */
  table(name: string): { columns: string[]; rows: (string | null)[][] } {
    const [head = [], ...rows] = readCsv(strFromU8(this.read(`tabel/${name}.csv`)));
    return { columns: head.map((each) => each ?? ""), rows };
  }

  #list(): string[] {
    const names: string[] = [];
    this.#unzip((name) => {
      names.push(name);
      return false;
    });
    return names;
  }

  #unzip(takes: (name: string) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#bytes, { filter: ({ name }) => takes(name) });
    } catch {
      throw new ImportError(CUT);
    }
  }
}

/** CSV as exports write it: `""` is an empty text, an empty cell no value. */
export function readCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/y;
  cell.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  let row: (string | null)[] = [];
  while (cell.lastIndex < text.length) {
    const [, value = "", end] = cell.exec(text) ?? [];
    if (end === undefined) throw new ImportError(CUT);
    row.push(cellValue(value));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function cellValue(cell: string): string | null {
  if (cell === "") return null;
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
