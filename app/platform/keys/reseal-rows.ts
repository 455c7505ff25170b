import { type SQL, sql } from "drizzle-orm";
import type { DirectoryDb, VillageDb } from "#db/open.ts";
import type { Log } from "../log.ts";
import { keyIdOf } from "./key-rules.ts";
import type { Keys } from "./keys.ts";
import { openValue, type SealedField, sealValue } from "./sealed-field.ts";

const ROWS_PER_CHUNK = 200;
/** One run's share: some seconds of computing at 0.1 ms a row. */
const ROWS_PER_RUN = 10_000;

type Db = Pick<VillageDb | DirectoryDb, "all" | "run" | "batch">;

interface Row {
  id: string;
  sealed: string | null;
  /** The blind index. */
  mark: string | null;
  plain: string | null;
}

/** What a run came to. */
export interface Resealed {
  rows: number;
  /** Rows that could not be opened or written; each is in the log, by field and id. */
  failed: number;
  /** Is every row of the declared fields under the present keys? */
  isComplete: boolean;
}

/** What a run works on and whom it tells. */
export interface ResealWork {
  db: Db;
  keys: Keys;
  fields: readonly SealedField[];
  log: Log;
  /** Told of the keys under which rows were found, before these rows are written. */
  onKeysFound?(ids: readonly string[]): Promise<void>;
}

/**
 * Brings rows of the declared fields under the present keys: those sealed or indexed under others, and those that still
 * stand in a plain column. May be cut off and run again at any time and while people work: a row is replaced only where
 * it still holds what was read, whoever writes meanwhile wins.
 */
export async function resealRows(work: ResealWork): Promise<Resealed> {
  const result = { rows: 0, failed: 0, isComplete: false };
  const present = await work.keys.presentIds();
  for (const field of work.fields) {
    let last = "";
    for (;;) {
      if (result.rows >= ROWS_PER_RUN) return result;
      const chunk = await work.db.all<Row>(selectRows(field, isBehind(field, present), last));
      result.rows += chunk.length;
      result.failed += await resealChunk(work, field, chunk);
      last = chunk.at(-1)?.id ?? last;
      if (chunk.length < ROWS_PER_CHUNK) break;
    }
  }
  result.isComplete = !(await hasRowsBehind(work, present));
  return result;
}

async function resealChunk(work: ResealWork, field: SealedField, chunk: readonly Row[]): Promise<number> {
  const found = new Set(
    chunk.flatMap((row) => [keyIn(row.sealed), keyIn(row.mark)].filter((id) => id !== null)),
  );
  if (found.size > 0) await work.onKeysFound?.([...found]);
  const updates: { id: string; update: SQL }[] = [];
  let failed = 0;
  const fail = (id: string, error: unknown) => {
    failed++;
    work.log.error("keys.row-failed", error, { field: field.field, id });
  };
  for (const row of chunk) {
    try {
      updates.push({ id: row.id, update: await updateOf(work.keys, field, row) });
    } catch (error) {
      fail(row.id, error);
    }
  }
  await writeAll(work.db, updates, fail);
  return failed;
}

/** All in one batch; where one of them can't be written, each by itself. */
async function writeAll(
  db: Db,
  updates: readonly { id: string; update: SQL }[],
  fail: (id: string, error: unknown) => void,
): Promise<void> {
  const [first, ...rest] = updates.map(({ update }) => db.run(update));
  if (!first) return;
  try {
    await db.batch([first, ...rest]);
  } catch {
    for (const { id, update } of updates) {
      try {
        await db.run(update);
      } catch (error) {
        fail(id, error);
      }
    }
  }
}

function keyIn(text: string | null): string | null {
  return text === null ? null : keyIdOf(text);
}

async function updateOf(keys: Keys, field: SealedField, row: Row): Promise<SQL> {
  const value = await openValue(keys, field, row.sealed, row.plain);
  const { sealed, index } = await sealValue(keys, field, value);
  const changes = [sql`${column(field.sealed)} = ${sealed}`];
  const unchanged = [sql`id = ${row.id}`, sql`${column(field.sealed)} IS ${row.sealed}`];
  if (field.index) changes.push(sql`${column(field.index)} = ${index}`);
  if (field.plain) {
    changes.push(sql`${column(field.plain)} = NULL`);
    unchanged.push(sql`${column(field.plain)} IS ${row.plain}`);
  }
  return sql`UPDATE ${column(field.table)} SET ${sql.join(changes, sql`, `)} WHERE ${sql.join(unchanged, sql` AND `)}`;
}

async function hasRowsBehind(
  { db, fields }: ResealWork,
  present: { seal: string; index: string },
): Promise<boolean> {
  const questions = fields.map(
    (field) => sql`EXISTS (SELECT 1 FROM ${column(field.table)} WHERE ${isBehind(field, present)})`,
  );
  const [row] = await db.all<{ behind: number }>(sql`SELECT ${sql.join(questions, sql` OR `)} AS behind`);
  return row?.behind === 1;
}

function selectRows(field: SealedField, condition: SQL, afterId: string): SQL {
  const optional = (name: string | undefined) => (name ? column(name) : sql`NULL`);
  return sql`SELECT id, ${column(field.sealed)} AS sealed, ${optional(field.index)} AS mark,
      ${optional(field.plain)} AS plain FROM ${column(field.table)}
    WHERE id > ${afterId} AND ${condition} ORDER BY id LIMIT ${ROWS_PER_CHUNK}`;
}

/** Rows that another key than the present one sealed or indexed, or that stand in the clear. */
function isBehind(field: SealedField, present: { seal: string; index: string }): SQL {
  const isOf = (name: string, id: string) =>
    sql`coalesce(substr(${column(name)}, 1, ${id.length + 1}), '') = ${`${id}.`}`;
  const isPresent = [isOf(field.sealed, present.seal)];
  if (field.index) isPresent.push(isOf(field.index, present.index));
  const behind = sql`(${column(field.sealed)} IS NOT NULL AND NOT (${sql.join(isPresent, sql` AND `)}))`;
  return field.plain ? sql`(${column(field.plain)} IS NOT NULL OR ${behind})` : behind;
}

function column(name: string): SQL {
  return sql`${sql.identifier(name)}`;
}
