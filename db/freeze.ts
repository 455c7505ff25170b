import { connect, type DatabaseHome } from "./open.ts";
import { listTables } from "./tables.ts";

const PREFIX = "beku_";
const WORDS = "this database is frozen";
const CHANGES = ["INSERT", "UPDATE", "DELETE"] as const;

/**
 * Makes a database refuse every change, so that one who still holds it (a cached tenant) can't write what nobody will
 * read again: his write fails as a whole. Twice is no error.
 */
export async function freezeDatabase(home: DatabaseHome, database: string): Promise<void> {
  const client = connect(home, database);
  const tables = await listTables(client);
  const triggers = tables.flatMap(({ name }) =>
    CHANGES.map(
      (change) => `CREATE TRIGGER IF NOT EXISTS "${PREFIX}${change.toLowerCase()}_${name}"
        BEFORE ${change} ON "${name}" BEGIN SELECT RAISE(ABORT, '${WORDS}'); END`,
    ),
  );
  await client.batch(triggers, "write");
}

/** Lets a frozen database change again; one that is not frozen stays as it is. */
export async function thawDatabase(home: DatabaseHome, database: string): Promise<void> {
  const client = connect(home, database);
  const found = await client.execute({
    sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB ?",
    args: [`${PREFIX}*`],
  });
  const drops = found.rows.map((row) => `DROP TRIGGER IF EXISTS "${row.name}"`);
  if (drops.length > 0) await client.batch(drops, "write");
}

/** Did a write fail because its database is frozen: moved, restored, or on its way? */
export function isFrozenError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes(WORDS) || isFrozenError(error.cause);
}
