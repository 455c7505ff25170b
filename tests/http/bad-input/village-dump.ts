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

/** Everything a village holds, table by table, to tell whether a refusal has changed anything. */
export async function dumpVillage(db: VillageDb, { forgivesUpload = false } = {}): Promise<string> {
  const named = await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const tables = named
    .map(({ name }) => name)
    .filter((name) => !NOTED.has(name) && !(forgivesUpload && UPLOADS.has(name)));
  const [first, ...rest] = tables.map((name) => db.all(selectAll(name, forgivesUpload)));
  if (!first) throw new Error("a village without tables");
  return JSON.stringify(await db.batch([first, ...rest]));
}

function selectAll(table: string, forgivesUpload: boolean) {
  const where = forgivesUpload && table === "audit_log" ? sql` WHERE action <> 'file.store'` : sql``;
  return sql`SELECT * FROM ${sql.identifier(table)}${where} ORDER BY 1`;
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
