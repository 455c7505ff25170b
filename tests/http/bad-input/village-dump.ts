import { sql } from "drizzle-orm";
import { openDirectory, type VillageDb } from "#db/open.ts";
import type { TestApp } from "#tests/support/app.ts";

/**
 * Written on every visit or every failed sign-in, or by the sweep that comes every five minutes, whatever form is being
 * sent: no record of the village's work.
 */
const NOTED = new Set([
  "due_items",
  "inbox_items",
  "sessions",
  "sign_in_attempts",
  "known_devices",
  "challenges",
  "access_log",
  "__drizzle_migrations",
]);
/** A file is stored before its form is judged, so that a wrong date does not cost the upload. */
const UPLOADS = new Set(["files"]);

/** Everything a village holds, table by table, to tell whether a refusal has changed anything. One text a table. */
export async function dumpVillage(db: VillageDb, { forgivesUpload = false } = {}): Promise<string> {
  const columns = await columnsOf(db);
  const tables = [...columns.keys()].filter(
    (name) => !NOTED.has(name) && !(forgivesUpload && UPLOADS.has(name)),
  );
  const texts = tables.map((name) => textOf(name, columns.get(name) ?? [], forgivesUpload));
  const [row] = await db.all<Record<string, string>>(sql`SELECT ${sql.join(texts, sql`, `)}`);
  return JSON.stringify(row);
}

const columnsByVillage = new WeakMap<VillageDb, Promise<Map<string, string[]>>>();

/** Names of the columns of each table. Migrations don't run under a test. */
function columnsOf(db: VillageDb): Promise<Map<string, string[]>> {
  const known = columnsByVillage.get(db) ?? readColumns(db);
  columnsByVillage.set(db, known);
  return known;
}

async function readColumns(db: VillageDb): Promise<Map<string, string[]>> {
  const rows = await db.all<{ table: string; name: string }>(sql`
    SELECT t.name AS "table", c.name FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid`);
  if (rows.length === 0) throw new Error("a village without tables");
  const columns = new Map<string, string[]>();
  for (const { table, name } of rows) columns.set(table, [...(columns.get(table) ?? []), name]);
  return columns;
}

// By the database and not by us: thousands of dumps are taken, and each row sent would be read and written as JSON twice.
function textOf(table: string, columns: string[], forgivesUpload: boolean) {
  const where = forgivesUpload && table === "audit_log" ? sql` WHERE action <> 'file.store'` : sql``;
  const values = columns.map((name) => sql`quote(${sql.identifier(name)})`);
  return sql`(SELECT group_concat(text, char(10)) FROM (
    SELECT concat_ws(',', ${sql.join(values, sql`, `)}) AS text FROM ${sql.identifier(table)}${where} ORDER BY 1
  )) AS ${sql.identifier(table)}`;
}

/** Rows of one table. */
export async function countRows(db: VillageDb, table: string): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${sql.identifier(table)}`);
  return row?.count ?? 0;
}

/** What a refused form on the portal could have made. */
const PORTAL_TABLES = ["villages", "signups", "overseers", "overseer_invitations", "overseer_passkeys"];

/** How many villages, sign-ups and people above the villages the directory knows. */
export async function countSignups(app: TestApp): Promise<string> {
  const directory = openDirectory(app.home);
  const counts = PORTAL_TABLES.map(
    (table) => sql`(SELECT count(*) FROM ${sql.identifier(table)}) AS ${sql.identifier(table)}`,
  );
  return JSON.stringify(await directory.all(sql`SELECT ${sql.join(counts, sql`, `)}`));
}
