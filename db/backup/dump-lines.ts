import type { Value } from "@libsql/client/web";
import { fromBase64, toBase64 } from "../sealed/bytes.ts";

/** A cell as JSON: what JSON can't say stands in an object with one letter. */
type Cell = null | string | number | { b: string } | { f: string };

/** One line of a dump that is no row (docs/format-ekspor.md). */
export type DumpRecord =
  | { balai: "backup"; version: 1; owner: string; database: string; takenAt: string; epoch: number }
  | { table: string; sql: string; columns: string[] }
  | { virtual: string; sql: string }
  | { addition: string; sql: string }
  | { dataKeys: Record<string, unknown>[] }
  | { end: true; rows: number; hash: string };

/** A row as one line of JSON: an array in the order of the table's columns. */
export function rowLine(values: readonly Value[]): string {
  return `${JSON.stringify(values.map(cellOf))}\n`;
}

export function recordLine(record: DumpRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** A line read again: a row's values, or a record. */
export function readLine(line: string): Value[] | DumpRecord {
  const parsed = JSON.parse(line) as Cell[] | DumpRecord;
  return Array.isArray(parsed) ? parsed.map(readCell) : parsed;
}

function cellOf(value: Value): Cell {
  if (value instanceof ArrayBuffer) return { b: toBase64(new Uint8Array(value)) };
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "number") return value;
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { f: Object.is(value, -0) ? "-0" : String(value) };
}

function readCell(cell: Cell): Value {
  if (cell === null || typeof cell !== "object") return cell;
  return "b" in cell ? fromBase64(cell.b).buffer : Number(cell.f);
}
