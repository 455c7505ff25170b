import type { Client, Row, Value } from "@libsql/client/web";

export interface Table {
  name: string;
  /** CREATE statement as SQLite keeps it. */
  sql: string;
  columns: string[];
}

/** An index, trigger or view: what is made after the rows. */
export interface Addition {
  name: string;
  sql: string;
}

const ROWS_PER_PAGE = 500;
const OWN = "m.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND m.name NOT LIKE 'libsql~_%' ESCAPE '~'";

/**
 * The tables of a database by name.
 * @throws Error for a virtual table: its rows would have to be built anew by rules that are not known here
 */
export async function listTables(client: Client): Promise<Table[]> {
  const found = await client.execute(`SELECT m.name, m.sql,
      (SELECT json_group_array(name) FROM (SELECT name FROM pragma_table_info(m.name) ORDER BY cid)) AS columns
    FROM sqlite_master m WHERE m.type = 'table' AND ${OWN} ORDER BY m.name`);
  return found.rows.map((row) => {
    const [name, sql] = [String(row.name), String(row.sql)];
    if (/^CREATE VIRTUAL/i.test(sql)) throw new Error(`${name} is a virtual table`);
    return { name, sql, columns: JSON.parse(String(row.columns)) };
  });
}

/** Indexes, triggers and views, in the order in which they were made. */
export async function listAdditions(client: Client): Promise<Addition[]> {
  const found = await client.execute(
    `SELECT m.name, m.sql FROM sqlite_master m WHERE m.type <> 'table' AND m.sql IS NOT NULL AND ${OWN} ORDER BY m.rowid`,
  );
  return found.rows.map((row) => ({ name: String(row.name), sql: String(row.sql) }));
}

/** The rows of a table in the order of their rowids, page by page: no answer grows with the table. */
export async function* readRows(client: Client, table: Table): AsyncGenerator<Value[][]> {
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await client.execute({
      sql: `SELECT rowid, ${columns} FROM "${table.name}" WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_PER_PAGE}`,
      args: [last],
    });
    if (page.rows.length > 0) yield page.rows.map((row) => valuesOf(row, table.columns.length));
    if (page.rows.length < ROWS_PER_PAGE) return;
    last = Number(page.rows.at(-1)?.[0]);
  }
}

function valuesOf(row: Row, columns: number): Value[] {
  return Array.from({ length: columns }, (_, index) => row[index + 1] ?? null);
}
