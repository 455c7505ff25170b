import type { InStatement } from "@libsql/client/web";
import { connect, type DatabaseHome } from "./open.ts";

/** One bundled migration, as drizzle-kit wrote it (db/<name>/migrations/bundle.ts). */
export interface Migration {
  tag: string;
  statements: readonly string[];
}

const CREATE_RECORD =
  "CREATE TABLE IF NOT EXISTS _migrations (position INTEGER PRIMARY KEY, tag TEXT NOT NULL, applied_at TEXT NOT NULL)";

/**
 * Brings one database to the last bundled migration. All that is missing is applied in one transaction, so a
 * crash leaves the database as it was; running it twice, or twice at once, applies each migration once.
 * @param now ISO time that the record carries
 * @returns number of migrations that the database has afterwards (its schema version)
 * @throws LibsqlError of the failing statement; nothing has been applied then
 */
export async function migrateDatabase(
  home: DatabaseHome,
  database: string,
  migrations: readonly Migration[],
  now: string,
): Promise<number> {
  const client = connect(home, database);
  await client.execute(CREATE_RECORD);
  const tx = await client.transaction("write");
  try {
    const applied = await tx.execute("SELECT count(*) AS n FROM _migrations");
    const have = Number(applied.rows[0]?.n ?? 0);
    const missing = migrations.slice(have);
    if (missing.length > 0) await tx.batch(missing.flatMap((each, i) => statementsOf(each, have + i, now)));
    await tx.commit();
    return have + missing.length;
  } finally {
    tx.close();
  }
}

/** How many migrations a database has; 0 for one that was never migrated. */
export async function countMigrations(home: DatabaseHome, database: string): Promise<number> {
  const client = connect(home, database);
  const [table] = (await client.execute("SELECT 1 FROM sqlite_master WHERE name = '_migrations'")).rows;
  if (!table) return 0;
  const { rows } = await client.execute("SELECT count(*) AS n FROM _migrations");
  return Number(rows[0]?.n ?? 0);
}

function statementsOf(migration: Migration, position: number, now: string): InStatement[] {
  return [
    ...migration.statements,
    {
      sql: "INSERT INTO _migrations (position, tag, applied_at) VALUES (?, ?, ?)",
      args: [position, migration.tag, now],
    },
  ];
}
