import { getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";

export type EventRow = typeof residentEvents.$inferSelect;

/** What stands of some people: their events, and the version of each one's row. */
export interface Histories {
  events: Map<string, EventRow[]>;
  versions: Map<string, number>;
  lastSeq: number;
}

/** Two round trips, however many people. */
export async function readHistories(tx: VillageTx, residentIds: readonly string[]): Promise<Histories> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(residentIds)}))`;
  const rows = await tx.select().from(residentEvents).where(inArray(residentEvents.residentId, ids));
  const [stand] = await tx.all<{ seq: number; people: string }>(sql`SELECT
    (SELECT coalesce(max(seq), 0) FROM resident_events) AS seq,
    (SELECT json_group_array(json_array(id, version)) FROM residents WHERE id IN ${ids}) AS people`);
  const events = new Map<string, EventRow[]>();
  for (const row of rows) events.set(row.residentId, [...(events.get(row.residentId) ?? []), row]);
  const versions = new Map(JSON.parse(stand?.people ?? "[]") as [string, number][]);
  return { events, versions, lastSeq: stand?.seq ?? 0 };
}

type JsonRow = Record<string, unknown>;

/** Inserts any number of rows by one statement with one parameter; all rows have the keys of the first. */
export async function insertRows(tx: VillageTx, table: SQLiteTable, rows: readonly JsonRow[]): Promise<void> {
  const keys = Object.keys(rows[0] ?? {});
  if (keys.length === 0) return;
  const columns = keys.map((key) => columnOf(table, key));
  const values = keys.map((key) => fieldOf(key));
  await tx.run(sql`INSERT INTO ${table} (${sql.join(columns, sql`, `)})
    SELECT ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(rows)}) AS part`);
}

/**
 * Updates rows by their `id` in one statement; all have the keys of the first.
 * @param also further assignments, the same for all
 */
export async function updateRows(
  tx: VillageTx,
  table: SQLiteTable,
  rows: readonly (JsonRow & { id: string })[],
  also: readonly SQL[] = [],
): Promise<void> {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => key !== "id");
  if (keys.length === 0) return;
  const sets = [...keys.map((key) => sql`${columnOf(table, key)} = ${fieldOf(key)}`), ...also];
  await tx.run(sql`UPDATE ${table} SET ${sql.join(sets, sql`, `)}
    FROM json_each(${JSON.stringify(rows)}) AS part WHERE ${table}.id = part.value ->> 'id'`);
}

function columnOf(table: SQLiteTable, key: string): SQL {
  const column = getTableColumns(table)[key];
  if (!column) throw new Error(`no column ${key}`);
  return sql`${sql.identifier(column.name)}`;
}

function fieldOf(key: string): SQL {
  return sql`part.value ->> ${sql.raw(`'${key}'`)}`;
}

/** Columns of a resident that are no fields: made by the register itself, or from other columns. */
const OWN_COLUMNS = [
  "number",
  "id",
  "nameKey",
  "searchName",
  "nikIndex",
  "nikState",
  "status",
  "statusSince",
  "importId",
  "createdAt",
  "updatedAt",
  "version",
];

/** Fields in the clear that events may set: the columns' names in TypeScript. */
export const PLAIN_FIELDS: readonly string[] = Object.keys(getTableColumns(residents)).filter(
  (key) => !OWN_COLUMNS.includes(key) && !key.endsWith("Sealed"),
);
