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
  const { tables, virtual } = await listAllTables(client);
  if (virtual[0]) throw new Error(`${virtual[0].name} is a virtual table`);
  return tables;
}

/** The tables by name, apart from them the virtual ones, without the tables in which those keep their own. */
export async function listAllTables(client: Client): Promise<{ tables: Table[]; virtual: Addition[] }> {
  const found = await client.execute(`SELECT m.name, m.sql, t.type,
      (SELECT json_group_array(name) FROM (SELECT name FROM pragma_table_info(m.name) ORDER BY cid)) AS columns
    FROM sqlite_master m JOIN pragma_table_list t ON t.name = m.name AND t.schema = 'main'
    WHERE m.type = 'table' AND ${OWN} ORDER BY m.name`);
  const ofType = (type: string) => found.rows.filter((row) => row.type === type);
  return {
    tables: ofType("table").map((row) => ({
      name: String(row.name),
      sql: String(row.sql),
      columns: JSON.parse(String(row.columns)),
    })),
    virtual: ofType("virtual").map((row) => ({ name: String(row.name), sql: String(row.sql) })),
  };
}

/** Indexes, triggers and views, in the order in which they were made. */
export async function listAdditions(client: Client): Promise<Addition[]> {
  const found = await client.execute(
    `SELECT m.name, m.sql FROM sqlite_master m WHERE m.type <> 'table' AND m.sql IS NOT NULL AND ${OWN} ORDER BY m.rowid`,
  );
  return found.rows.map((row) => ({ name: String(row.name), sql: String(row.sql) }));
}

/**
 * The rows of a table in the order of their rowids, page by page: no answer grows with the table. Where rows are so long
 * that the server refuses a page, it is asked for shorter ones.
 */
export async function* readRows(client: Client, table: Table): AsyncGenerator<Value[][]> {
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  const sql = `SELECT rowid, ${columns} FROM "${table.name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`;
  let last = Number.MIN_SAFE_INTEGER;
  let limit = ROWS_PER_PAGE;
  for (;;) {
    const page = await client.execute({ sql, args: [last, limit] }).catch((error: unknown) => {
      if (limit === 1 || (error as { code?: string }).code !== "RESPONSE_TOO_LARGE") throw error;
      return null;
    });
    if (!page) limit = Math.ceil(limit / 10);
    else {
      if (page.rows.length > 0) yield page.rows.map((row) => valuesOf(row, table.columns.length));
      if (page.rows.length < limit) return;
      last = Number(page.rows.at(-1)?.[0]);
    }
  }
}

function valuesOf(row: Row, columns: number): Value[] {
  return Array.from({ length: columns }, (_, index) => row[index + 1] ?? null);
}
