import type { Client, InStatement } from "@libsql/client/web";
import { listAdditions, listTables, readRows } from "./tables.ts";

const STATEMENTS_PER_BATCH = 100;

/**
 * Writes all of one database into an empty one, wherever each lies. The source must stand still meanwhile (a copy, a
 * file). Rows go in without foreign keys in force, since they come table by table; triggers and indexes follow.
 * @throws LibsqlError; the target is then unfinished and must be thrown away
 */
export async function transferDatabase(from: Client, to: Client): Promise<void> {
  const tables = await listTables(from);
  await to.migrate(tables.map((table) => table.sql));
  for (const table of tables) {
    const columns = table.columns.map((name) => `"${name}"`).join(", ");
    const marks = table.columns.map(() => "?").join(", ");
    const sql = `INSERT INTO "${table.name}" (${columns}) VALUES (${marks})`;
    for await (const rows of readRows(from, table)) {
      for (const part of partsOf(rows.map((args): InStatement => ({ sql, args })))) await to.migrate(part);
    }
  }
  const additions = await listAdditions(from);
  if (additions.length > 0) await to.migrate(additions.map((addition) => addition.sql));
}

function* partsOf(statements: InStatement[]): Generator<InStatement[]> {
  for (let from = 0; from < statements.length; from += STATEMENTS_PER_BATCH) {
    yield statements.slice(from, from + STATEMENTS_PER_BATCH);
  }
}
