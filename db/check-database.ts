import { connect, type DatabaseHome } from "./open.ts";

/** A database whose content contradicts its schema. */
export class UnsoundError extends Error {
  override name = "UnsoundError";
}

/**
 * Looks whether a database is whole: its pages, its indexes, and that no row points to one that is not there.
 * @throws UnsoundError with the first thing that is wrong
 */
export async function requireSound(home: DatabaseHome, database: string): Promise<void> {
  const client = connect(home, database);
  const [check, dangling] = await client.batch(
    [
      "SELECT quick_check AS found FROM pragma_quick_check LIMIT 1",
      'SELECT "table" AS name, "parent" AS parent FROM pragma_foreign_key_check LIMIT 1',
    ],
    "read",
  );
  const found = check?.rows[0]?.found;
  if (found !== "ok") throw new UnsoundError(`${database}: ${found}`);
  const row = dangling?.rows[0];
  if (row) throw new UnsoundError(`${database}: a row of ${row.name} points to no row of ${row.parent}`);
}
