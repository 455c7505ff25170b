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
  /** The table that it belongs to; a view's own name. */
  table: string;
}

const ROWS_PER_PAGE = 500;
const FIRST_ROWS = 50;
const OWN = "m.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND m.name NOT LIKE 'libsql~_%' ESCAPE '~'";

/**
 * The tables of a database by name.
 * @throws Error for a virtual table: its rows would have to be built anew by rules that are not known here
 */
export async function listTables(client: Client): Promise<Table[]> {
  const { tables, virtual } = await listAllTables(client);
  const own = virtual.find(({ sql }) => !isExternalContent(sql));
  if (own) throw new Error(`${own.name} keeps rows of its own`);
  return tables;
}

/** Does a virtual table keep an index alone, of rows that lie elsewhere (https://sqlite.org/fts5.html, 4.4.3)? */
export function isExternalContent(sql: string): boolean {
  return /\bfts5\s*\([^)]*\bcontent\s*=\s*'[^']+'/i.test(sql);
}

/** The tables by name, apart from them the virtual ones, without the tables in which those keep their own. */
export async function listAllTables(
  client: Client,
): Promise<{ tables: Table[]; virtual: Omit<Addition, "table">[] }> {
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
    `SELECT m.name, m.sql, m.tbl_name FROM sqlite_master m WHERE m.type <> 'table' AND m.sql IS NOT NULL AND ${OWN} ORDER BY m.rowid`,
  );
  return found.rows.map((row) => ({
    name: String(row.name),
    sql: String(row.sql),
    table: String(row.tbl_name),
  }));
}

/** The first rows of a table, read with those of others. */
export interface FirstRows {
  rows: Value[][];
  /** Rowid after which the others begin, or null where these are all. */
  after: number | null;
}

/**
 * The first rows of many tables in one round trip: most tables of a village are short.
 * @returns by the name of the table; empty where the server finds the answer too long
 */
export async function readFirstRows(
  client: Client,
  tables: readonly Table[],
): Promise<Map<string, FirstRows>> {
  if (tables.length === 0) return new Map();
  const statements = tables.map((table) => pageOf(table, Number.MIN_SAFE_INTEGER, FIRST_ROWS));
  const pages = await nullIfTooLong(client.batch(statements, "read"));
  const read = tables.map(({ name, columns }, index): [string, FirstRows] => {
    const rows = pages?.[index]?.rows ?? [];
    const after = rows.length < FIRST_ROWS ? null : Number(rows.at(-1)?.[0]);
    return [name, { rows: rows.map((row) => valuesOf(row, columns.length)), after }];
  });
  return new Map(pages ? read : []);
}

/**
 * The rows of a table in the order of their rowids, page by page: no answer grows with the table. Where rows are so long
 * that the server refuses a page, it is asked for shorter ones.
 * @param first rows that are there already
 */
export async function* readRows(client: Client, table: Table, first?: FirstRows): AsyncGenerator<Value[][]> {
  if (first && first.rows.length > 0) yield first.rows;
  let last = first ? first.after : Number.MIN_SAFE_INTEGER;
  let limit = ROWS_PER_PAGE;
  while (last !== null) {
    const page = client.execute(pageOf(table, last, limit));
    const found = await (limit > 1 ? nullIfTooLong(page) : page);
    if (!found) limit = Math.ceil(limit / 10);
    else {
      if (found.rows.length > 0) yield found.rows.map((row) => valuesOf(row, table.columns.length));
      last = found.rows.length < limit ? null : Number(found.rows.at(-1)?.[0]);
    }
  }
}

function pageOf({ name, columns }: Table, after: number, limit: number) {
  const list = columns.map((column) => `"${column}"`).join(", ");
  const sql = `SELECT rowid, ${list} FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`;
  return { sql, args: [after, limit] };
}

async function nullIfTooLong<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if ((error as { code?: string }).code === "RESPONSE_TOO_LARGE") return null;
    throw error;
  }
}

function valuesOf(row: Row, columns: number): Value[] {
  return Array.from({ length: columns }, (_, index) => row[index + 1] ?? null);
}
