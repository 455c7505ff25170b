import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
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

/** Takes keys out of use for new values; what they sealed they still open. Those retired before stay as they are. */
export async function retireDataKeys(
  directory: DirectoryDb,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await directory
    .update(dataKeys)
    .set({ retiredAt: now.toISOString() })
    .where(and(inArray(dataKeys.id, [...ids]), isNull(dataKeys.retiredAt)));
}

/** Notes that no row is sealed under these retired keys any more: from now on only backups need them. */
export async function markUnused(directory: DirectoryDb, ids: readonly string[], now: Date): Promise<void> {
  await directory
    .update(dataKeys)
    .set({ unusedSince: now.toISOString() })
    .where(and(inArray(dataKeys.id, [...ids]), isNotNull(dataKeys.retiredAt), isNull(dataKeys.unusedSince)));
}

/** Notes that rows under these keys have come back, as a restore brings them. */
export async function markUsed(directory: DirectoryDb, ids: readonly string[]): Promise<void> {
  await directory
    .update(dataKeys)
    .set({ unusedSince: null })
    .where(and(inArray(dataKeys.id, [...ids]), isNotNull(dataKeys.unusedSince)));
}

/**
 * Takes in keys that a backup brought along: those that the directory does not know any more open what comes back and
 * seal nothing new; those it knows are in use again.
 */
export async function adoptDataKeys(
  directory: DirectoryDb,
  owner: string,
  keys: readonly DataKeyRow[],
  now: Date,
): Promise<void> {
  const own = keys.filter((key) => key.owner === owner);
  if (own.length === 0) return;
  const rows = own.map((key) => ({
    ...key,
    retiredAt: key.retiredAt ?? now.toISOString(),
    unusedSince: null,
  }));
  await directory.insert(dataKeys).values(rows).onConflictDoNothing();
  await markUsed(
    directory,
    own.map(({ id }) => id),
  );
}

/** Data keys that another master key than this one wraps, by id. */
export function selectWrappedOtherwise(
  directory: DirectoryDb,
  masterKeyId: string,
  afterId: string,
  limit: number,
) {
  return directory
    .select()
    .from(dataKeys)
    .where(and(ne(dataKeys.masterKeyId, masterKeyId), gt(dataKeys.id, afterId)))
    .orderBy(asc(dataKeys.id))
    .limit(limit);
}

/** Replaces a wrapping, unless somebody else has done so. */
export async function rewrapDataKey(
  directory: DirectoryDb,
  row: Pick<DataKeyRow, "id" | "wrapped">,
  anew: Pick<DataKeyRow, "wrapped" | "masterKeyId">,
): Promise<void> {
  await directory
    .update(dataKeys)
    .set(anew)
    .where(and(eq(dataKeys.id, row.id), eq(dataKeys.wrapped, row.wrapped)));
}
