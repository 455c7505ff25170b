import { once } from "node:events";
import type { Writable } from "node:stream";
import { type ReadyStep, runBatch } from "./batch.ts";
import type { Column, RowSink } from "./connection.ts";
import { SqlError, toHranaError } from "./errors.ts";
import type { Session } from "./session.ts";
import { encodeValue, type NativeValue } from "./values.ts";

/** Writes a step's columns and rows as the lines of a cursor; waits for a client that reads slowly. */
class CursorSink implements RowSink {
  readonly #out: Writable;
  readonly #step: number;
  readonly #wantRows: boolean;
  #isFull = false;

  constructor(out: Writable, step: number, wantRows: boolean) {
    this.#out = out;
    this.#step = step;
    this.#wantRows = wantRows;
  }

  columns(cols: Column[]): void {
    writeLine(this.#out, { type: "step_begin", step: this.#step, cols });
  }

  row(values: NativeValue[]): void {
    if (this.#out.destroyed) throw new SqlError("SQLITE_INTERRUPT", "SQLite error: interrupted");
    if (!this.#wantRows) return;
    this.#isFull = !writeLine(this.#out, { type: "row", row: values.map(encodeValue) });
  }

  drained(): Promise<void> | undefined {
    if (!this.#isFull || this.#out.destroyed) return undefined;
    const done = new AbortController();
    const either = ["drain", "close"].map((event) => once(this.#out, event, { signal: done.signal }));
    return Promise.race(either)
      .then(() => undefined)
      .finally(() => {
        done.abort();
        for (const each of either) each.catch(() => undefined);
      });
  }
}

/** Writes one line of a cursor; false when the client should be waited for. */
export function writeLine(out: Writable, entry: object): boolean {
  return out.write(`${JSON.stringify(entry)}\n`);
}

/** Runs a batch and writes what comes of it, line by line, as the entries of a Hrana 3 cursor. */
export async function writeCursor(steps: ReadyStep[], session: Session, out: Writable): Promise<void> {
  try {
    await runBatch(steps, session, {
      async run({ statement, args, wantRows }, index) {
        const outcome = await session.execute(statement, args, new CursorSink(out, index, wantRows));
        writeLine(out, {
          type: "step_end",
          affected_row_count: outcome.affectedRowCount,
          last_insert_rowid: outcome.lastInsertRowid?.toString() ?? null,
        });
      },
      failed: (error, step) => writeLine(out, { type: "step_error", step, error: toHranaError(error) }),
      skipped: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    writeLine(out, { type: "error", error: toHranaError(error) });
  }
}
