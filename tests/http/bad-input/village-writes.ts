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
const UPLOADS = new Set(["files", "audit_log: file.store"]);
const AUDIT_COUNTER = sql.raw("iif(NEW.action = 'file.store', 'audit_log: file.store', 'audit_log')");

/** How often each table has been written to since the first call, to tell whether a refusal has changed anything. */
export async function countWrites(db: VillageDb, { forgivesUpload = false } = {}): Promise<string> {
  await watched(db);
  const rows = await db.all<{ name: string; writes: number }>(
    sql`SELECT name, writes FROM ${WRITES} WHERE writes > 0 ORDER BY name`,
  );
  const counted = rows.filter(({ name }) => !(forgivesUpload && UPLOADS.has(name)));
  return counted.map(({ name, writes }) => `${name}: ${writes}`).join("\n");
}

const WRITES = sql.identifier("test_writes");
const watchedVillages = new WeakMap<VillageDb, Promise<void>>();

function watched(db: VillageDb): Promise<void> {
  const known = watchedVillages.get(db) ?? watchWrites(db);
  watchedVillages.set(db, known);
  return known;
}

/**
 * Counts writes by triggers: thousands of times it is asked whether anything has changed, and to read all tables each
 * time took as long as the forms. Tables that SQLite keeps for its indexes follow from others.
 */
async function watchWrites(db: VillageDb): Promise<void> {
  const tables = await db.all<{ name: string }>(sql`
    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`);
  const names = tables.map(({ name }) => name).filter((name) => !NOTED.has(name));
  if (names.length === 0) throw new Error("a village without tables");
  await db.transaction(async (tx) => {
    await tx.run(
      sql`CREATE TABLE IF NOT EXISTS ${WRITES} (name TEXT PRIMARY KEY, writes INTEGER NOT NULL DEFAULT 0)`,
    );
    const counters = [...names, ...UPLOADS].map((name) => sql`(${name})`);
    await tx.run(sql`INSERT OR IGNORE INTO ${WRITES} (name) VALUES ${sql.join(counters, sql`, `)}`);
    for (const name of names)
      for (const event of ["INSERT", "UPDATE", "DELETE"]) await tx.run(triggerOf(name, event));
  });
}

function triggerOf(table: string, event: string) {
  const trigger = sql.identifier(`test_writes_${table}_${event}`);
  const counter = table === "audit_log" && event === "INSERT" ? AUDIT_COUNTER : sql.raw(`'${table}'`);
  return sql`CREATE TRIGGER IF NOT EXISTS ${trigger} AFTER ${sql.raw(event)} ON ${sql.identifier(table)}
    BEGIN UPDATE ${WRITES} SET writes = writes + 1 WHERE name = ${counter}; END`;
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
