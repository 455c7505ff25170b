import type { Column, Outcome, RowSink } from "./connection.ts";
import { SqlError } from "./errors.ts";
import { encodeValue, type HranaValue, type NativeValue, sizeOfValue } from "./values.ts";

export type StatementResult = {
  cols: Column[];
  rows: HranaValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
  /** The native package counts neither; these are the rows given and changed, a lower bound of sqld's figures. */
  rows_read: number;
  rows_written: number;
  query_duration_ms: number;
};

/** Counts what a response holds. Throws SqlError RESPONSE_TOO_LARGE past its bytes. */
export class ResponseBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  spend(values: NativeValue[]): void {
    for (const value of values) this.#left -= sizeOfValue(value);
    if (this.#left < 0) throw new SqlError("RESPONSE_TOO_LARGE", "Response is too large");
  }
}

/** Collects a statement's rows for one response. */
export class ResultCollector implements RowSink {
  readonly #wantRows: boolean;
  readonly #budget: ResponseBudget;
  #columns: Column[] = [];
  readonly #rows: HranaValue[][] = [];

  constructor(wantRows: boolean, budget: ResponseBudget) {
    this.#wantRows = wantRows;
    this.#budget = budget;
  }

  columns(columns: Column[]): void {
    this.#columns = columns;
  }

  row(values: NativeValue[]): void {
    if (!this.#wantRows) return;
    this.#budget.spend(values);
    this.#rows.push(values.map(encodeValue));
  }

  finish(outcome: Outcome): StatementResult {
    return {
      cols: this.#columns,
      rows: this.#rows,
      affected_row_count: outcome.affectedRowCount,
      last_insert_rowid: outcome.lastInsertRowid?.toString() ?? null,
      rows_read: outcome.rowsRead,
      rows_written: outcome.affectedRowCount,
      query_duration_ms: Math.round(outcome.durationMs * 1_000) / 1_000,
    };
  }
}
