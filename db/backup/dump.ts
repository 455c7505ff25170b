import type { Client, Value } from "@libsql/client/web";
import { isExternalContent, listAdditions, listAllTables, readFirstRows, readRows } from "../tables.ts";
import { recordLine, rowLine } from "./dump-lines.ts";

const ROWS_PER_BLOCK = 500;
const LETTERS_PER_BLOCK = 256 * 1024;

/** A piece of a dump: whole lines, and how many of them are rows. */
export interface DumpBlock {
  text: string;
  rows: number;
}

/**
 * All of a database as lines: each table with its rows by rowid, virtual tables that can be built anew, then indexes and
 * triggers. The same content gives the same blocks, whatever server it lies on. The database must stand still meanwhile.
 * @throws Error for a virtual table that keeps rows of its own
 */
export async function* dumpDatabase(client: Client): AsyncGenerator<DumpBlock> {
  const { tables, virtual } = await listAllTables(client);
  const first = await readFirstRows(client, tables);
  for (const table of tables) {
    const { name, sql, columns } = table;
    yield { text: recordLine({ table: name, sql, columns }), rows: 0 };
    yield* blocksOf(readRows(client, table, first.get(name)));
  }
  for (const { name, sql } of virtual) {
    // The index alone is its own, and `rebuild` makes it.
    if (!isExternalContent(sql)) throw new Error(`${name} keeps rows of its own`);
    yield { text: recordLine({ virtual: name, sql }), rows: 0 };
  }
  for (const { name, sql } of await listAdditions(client))
    yield { text: recordLine({ addition: name, sql }), rows: 0 };
}

/** Blocks end by what they hold, never by how the server cut its pages: a content hash stands on them. */
async function* blocksOf(pages: AsyncIterable<Value[][]>): AsyncGenerator<DumpBlock> {
  let text = "";
  let rows = 0;
  for await (const page of pages) {
    for (const row of page) {
      text += rowLine(row);
      rows++;
      if (rows < ROWS_PER_BLOCK && text.length < LETTERS_PER_BLOCK) continue;
      yield { text, rows };
      text = "";
      rows = 0;
    }
  }
  if (rows > 0) yield { text, rows };
}
