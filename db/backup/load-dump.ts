import type { Client, InStatement, Value } from "@libsql/client/web";
import { type DumpRecord, readLine } from "./dump-lines.ts";

const ROWS_PER_BATCH = 500;

/** A dump that is not whole or not of this version. */
export class DumpError extends Error {
  override name = "DumpError";
}

export interface LoadedDump {
  head: Extract<DumpRecord, { balai: "backup" }>;
  /** Wrapped data keys of the owner, as the directory had them. */
  dataKeys: Record<string, unknown>[];
  rows: number;
  hash: string;
}

/**
 * Writes the database that a dump holds into an empty one.
 * @param texts pieces of the dump in order, cut anywhere
 * @throws DumpError where its end is missing; LibsqlError. The target is then unfinished and must be thrown away
 */
export async function loadDump(texts: AsyncIterable<string>, to: Client): Promise<LoadedDump> {
  const loader = new Loader(to);
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) await loader.take(readLine(line));
  }
  if (rest !== "") throw new DumpError("the dump ends within a line");
  return loader.finish();
}

class Loader {
  readonly #to: Client;
  #head: LoadedDump["head"] | undefined;
  #dataKeys: Record<string, unknown>[] = [];
  #table: { name: string; columns: string[] } | undefined;
  #waiting: Value[][] = [];
  /** What is to be sent together: a short table costs no round trip of its own. */
  #statements: InStatement[] = [];
  #unsent = 0;
  #rows = 0;
  #end: Extract<DumpRecord, { end: true }> | undefined;

  constructor(to: Client) {
    this.#to = to;
  }

  async take(line: Value[] | DumpRecord): Promise<void> {
    if (this.#end) throw new DumpError("there is something after the end");
    if (Array.isArray(line)) {
      this.#waiting.push(line);
      this.#rows++;
      this.#unsent++;
      if (this.#unsent >= ROWS_PER_BATCH) await this.#send();
      return;
    }
    this.#insertWaiting();
    if ("balai" in line) this.#head = line;
    else if ("dataKeys" in line) this.#dataKeys = line.dataKeys;
    else if ("end" in line) {
      this.#end = line;
      await this.#send();
    } else this.#make(line);
  }

  finish(): LoadedDump {
    const [head, end] = [this.#head, this.#end];
    if (head?.version !== 1) throw new DumpError("not a dump of version 1");
    if (!end || end.rows !== this.#rows) throw new DumpError("the dump is not whole");
    return { head, dataKeys: this.#dataKeys, rows: end.rows, hash: end.hash };
  }

  #make(record: Extract<DumpRecord, { sql: string }>): void {
    this.#statements.push(record.sql);
    if ("table" in record) this.#table = { name: record.table, columns: record.columns };
    if ("virtual" in record)
      this.#statements.push(`INSERT INTO "${record.virtual}"("${record.virtual}") VALUES ('rebuild')`);
  }

  #insertWaiting(): void {
    if (this.#waiting.length === 0) return;
    if (!this.#table) throw new DumpError("rows before their table");
    this.#statements.push(...insertsOf(this.#table, this.#waiting));
    this.#waiting = [];
  }

  async #send(): Promise<void> {
    this.#insertWaiting();
    if (this.#statements.length > 0) await this.#to.migrate(this.#statements);
    this.#statements = [];
    this.#unsent = 0;
  }
}

/** All rows in one statement where JSON carries them exactly: texts, whole numbers, nothing. Else one each. */
function insertsOf({ name, columns }: { name: string; columns: string[] }, rows: Value[][]): InStatement[] {
  const target = `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(", ")})`;
  const isPlain = (value: Value) =>
    value === null || typeof value === "string" || (Number.isSafeInteger(value) && !Object.is(value, -0));
  if (rows.every((row) => row.every(isPlain))) {
    const values = columns.map((_, index) => `value ->> ${index}`).join(", ");
    return [{ sql: `${target} SELECT ${values} FROM json_each(?)`, args: [JSON.stringify(rows)] }];
  }
  return rows.map((row) => ({
    sql: `${target} VALUES (${row.map((value) => literalOf(value) ?? "?").join(", ")})`,
    args: row.filter((value) => literalOf(value) === null).map(exact),
  }));
}

/** Numbers that the protocol can't carry as arguments. */
function literalOf(value: Value): string | null {
  if (Object.is(value, -0)) return "-0.0";
  if (typeof value !== "number" || Number.isFinite(value)) return null;
  return value > 0 ? "1e999" : "-1e999";
}

/** The client sends every number as a float; a whole one would become text `5.0` in a column without affinity. */
function exact(value: Value): Value {
  return Number.isSafeInteger(value) ? BigInt(value as number) : value;
}
