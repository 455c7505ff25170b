import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { DirectoryDb } from "../open.ts";
import { dataKeys } from "./schema/keys.ts";

export type DataKeyRow = typeof dataKeys.$inferSelect;
export type NewDataKey = Pick<DataKeyRow, "id" | "owner" | "purpose" | "wrapped" | "masterKeyId">;

/** Query for all data keys of an owner, retired ones too, oldest first. For a batch with the owner's own row. */
export function selectDataKeys(directory: DirectoryDb, owner: string | SQL) {
  return directory
    .select()
    .from(dataKeys)
    .where(eq(dataKeys.owner, owner))
    .orderBy(asc(dataKeys.createdAt), asc(dataKeys.id));
}

/**
 * Adds keys of one owner, each only while fewer than `mostLive` of its purpose are not retired: 1 for an owner's first
 * keys, 2 for a successor beside the present one. One statement, so that of two makers at once one wins.
 * @returns all keys of the owner, whoever made them; one round trip
 */
export async function addDataKeys(
  directory: DirectoryDb,
  owner: string,
  keys: readonly NewDataKey[],
  { mostLive, now }: { mostLive: number; now: Date },
): Promise<DataKeyRow[]> {
  const [, rows] = await directory.batch([
    directory.run(sql`INSERT INTO data_keys (id, owner, purpose, wrapped, master_key_id, created_at)
      SELECT k.value->>'id', ${owner}, k.value->>'purpose', k.value->>'wrapped', k.value->>'masterKeyId', ${now.toISOString()}
      FROM json_each(${JSON.stringify(keys)}) k
      WHERE (SELECT count(*) FROM data_keys d
        WHERE d.owner = ${owner} AND d.purpose = k.value->>'purpose' AND d.retired_at IS NULL) < ${mostLive}`),
    selectDataKeys(directory, owner),
  ]);
  return rows;
}
