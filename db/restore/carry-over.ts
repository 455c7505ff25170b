import type { Client, InStatement, Row, Value } from "@libsql/client/web";
import { newId } from "../ids.ts";
import { listTables } from "../tables.ts";
import type { CarriedRows, NumberSeries, RestoreOutcome, RestoreRules } from "./restore-rules.ts";

const ROWS_PER_STATEMENT = 500;
const STATEMENTS_PER_BATCH = 10;
/** Clocks of servers differ: an effect of the same minute counts as later. */
const MARGIN_MS = 60_000;

/** What a restore opens in the restored database. */
export interface Opening {
  epoch: number;
  restoredTo: Date;
  now: Date;
}

/**
 * Opens a new epoch in a restored database that nobody uses yet: raises number series above the highest number known
 * before, notes the lost ones, takes over rows whose effect can't be taken back, empties what must not come back.
 * @param before the state before the restore, or null where nothing of it is left
 */
export async function openEpoch(
  target: Client,
  before: Client | null,
  rules: RestoreRules,
  opening: Opening,
): Promise<Pick<RestoreOutcome, "numbers" | "carried">> {
  const columns = await commonColumns(target, before);
  const carried: Record<string, number> = {};
  const numbers: RestoreOutcome["numbers"] = [];
  const statements: InStatement[] = rules.cleared
    .filter((table) => columns.has(table))
    .map((table) => `DELETE FROM "${table}"`);
  if (before) {
    for (const series of rules.numbers)
      statements.push(...(await raiseSeries(target, before, series, columns, opening, numbers)));
    for (const rows of rules.carried)
      carried[rows.table] =
        (carried[rows.table] ?? 0) + (await carryRows(target, before, rows, columns, opening));
  }
  statements.push({
    sql: "INSERT OR REPLACE INTO restore_epochs (epoch, restored_to, at) VALUES (?, ?, ?)",
    args: [BigInt(opening.epoch), opening.restoredTo.toISOString(), opening.now.toISOString()],
  });
  await target.batch(statements, "write");
  return { numbers, carried };
}

type Columns = ReadonlyMap<string, readonly string[]>;

/** Tables with the columns that both states have: the one before may be of an older schema. */
async function commonColumns(target: Client, before: Client | null): Promise<Columns> {
  const has = new Map((before ? await listTables(before) : []).map(({ name, columns }) => [name, columns]));
  const tables = await listTables(target);
  return new Map(
    tables.map(({ name, columns }) => [
      name,
      before ? columns.filter((column) => has.get(name)?.includes(column)) : columns,
    ]),
  );
}

async function raiseSeries(
  target: Client,
  before: Client,
  { series, table, key, year, last }: NumberSeries,
  columns: Columns,
  { epoch, now }: Opening,
  numbers: RestoreOutcome["numbers"],
): Promise<InStatement[]> {
  const known = columns.get(table) ?? [];
  if (known.length === 0) return [];
  const list = known.map(quoted).join(", ");
  const sql = `SELECT ${list} FROM ${quoted(table)} ORDER BY ${quoted(key)}, ${quoted(year)}`;
  const restored = new Map((await target.execute(sql)).rows.map((row) => [nameOf(row, key, year), row]));
  return (await before.execute(sql)).rows.flatMap((row) => {
    const from = Number(restored.get(nameOf(row, key, year))?.[last] ?? 0);
    const highest = Number(row[last]);
    if (highest <= from) return [];
    const lost = { series: `${series}:${row[key]}`, year: Number(row[year]), restored: from, highest };
    numbers.push(lost);
    return [
      {
        sql: `INSERT INTO ${quoted(table)} (${list}) VALUES (${known.map(() => "?").join(", ")})
          ON CONFLICT (${quoted(key)}, ${quoted(year)}) DO UPDATE SET ${quoted(last)} = excluded.${quoted(last)}`,
        args: known.map((column) => exact(row[column] ?? null)),
      },
      {
        sql: "INSERT INTO lost_numbers (id, series, year, from_number, to_number, epoch) VALUES (?, ?, ?, ?, ?, ?)",
        args: [newId(now), lost.series, ...[lost.year, from + 1, highest, epoch].map(BigInt)],
      },
    ];
  });
}

function nameOf(row: Row, key: string, year: string): string {
  return JSON.stringify([row[key], row[year]]);
}

/** Takes over the rows of one table; the restored database is nobody's yet, so batches may be several. */
async function carryRows(
  target: Client,
  before: Client,
  rule: CarriedRows,
  columns: Columns,
  opening: Opening,
): Promise<number> {
  const known = columns.get(rule.table) ?? [];
  const wanted = [...rule.key, ...(rule.since ? [rule.since] : []), ...rule.marks];
  if (!wanted.every((column) => known.includes(column))) return 0;
  let carried = 0;
  let waiting: InStatement[] = [];
  const send = async () => {
    const results = await target.batch(waiting, "write");
    carried += results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0);
    waiting = [];
  };
  for await (const rows of effectsSince(before, rule, known, opening.restoredTo)) {
    const json = JSON.stringify(rows);
    if (rule.marks.length > 0) waiting.push({ sql: markSql(rule, known), args: [json] });
    if (rule.missing === "copy") waiting.push({ sql: copySql(rule, known, opening.now), args: [json] });
    if (waiting.length >= STATEMENTS_PER_BATCH) await send();
  }
  if (waiting.length > 0) await send();
  return carried;
}

async function* effectsSince(
  before: Client,
  { table, since }: CarriedRows,
  columns: readonly string[],
  restoredTo: Date,
): AsyncGenerator<Value[][]> {
  const from = new Date(restoredTo.getTime() - MARGIN_MS).toISOString();
  const list = columns.map(quoted).join(", ");
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { rows } = await before.execute({
      sql: `SELECT rowid, ${list} FROM ${quoted(table)} WHERE rowid > ?1 AND ${since ? quoted(since) : "?2"} >= ?2
        ORDER BY rowid LIMIT ${ROWS_PER_STATEMENT}`,
      args: [after, from],
    });
    if (rows.length > 0) yield rows.map((row) => columns.map((_, index) => row[index + 1] ?? null));
    if (rows.length < ROWS_PER_STATEMENT) return;
    after = Number(rows.at(-1)?.[0]);
  }
}

function markSql({ table, key, marks, alongside = [] }: CarriedRows, columns: readonly string[]): string {
  const cell = (column: string) => `j.value ->> ${columns.indexOf(column)}`;
  const sets = marks.map(
    (mark) => `${quoted(mark)} = coalesce(${quoted(table)}.${quoted(mark)}, ${cell(mark)})`,
  );
  sets.push(...alongside.map((column) => `${quoted(column)} = ${cell(column)}`));
  const isSame = key.map((column) => `${quoted(table)}.${quoted(column)} = ${cell(column)}`);
  const isOpen = marks.map(
    (mark) => `${quoted(table)}.${quoted(mark)} IS NULL AND ${cell(mark)} IS NOT NULL`,
  );
  return `UPDATE ${quoted(table)} SET ${sets.join(", ")} FROM json_each(?) j
    WHERE ${isSame.join(" AND ")} AND (${isOpen.join(" OR ")})`;
}

function copySql({ table, settled }: CarriedRows, columns: readonly string[], now: Date): string {
  const cells = columns.map((column, index) =>
    column === settled ? `coalesce(value ->> ${index}, '${now.toISOString()}')` : `value ->> ${index}`,
  );
  return `INSERT OR IGNORE INTO ${quoted(table)} (${columns.map(quoted).join(", ")})
    SELECT ${cells.join(", ")} FROM json_each(?)`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** The client sends every number as a float. */
function exact(value: Value): Value {
  return Number.isSafeInteger(value) ? BigInt(value as number) : value;
}
