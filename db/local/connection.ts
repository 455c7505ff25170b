import { existsSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import Database from "libsql";
import { fromNative, SqlError } from "./errors.ts";
import type { Statement } from "./statement.ts";
import type { NativeValue } from "./values.ts";

export type Column = { name: string; decltype: string | null };

/** Takes a statement's columns once, then its rows. What it throws ends the statement. */
export type RowSink = {
  columns(columns: Column[]): void;
  row(values: NativeValue[]): void;
  /** Asked now and then; the statement goes on when the promise is kept. */
  drained?(): Promise<void> | undefined;
};

export type Outcome = {
  affectedRowCount: number;
  lastInsertRowid: bigint | null;
  rowsRead: number;
  durationMs: number;
};

type NativeDatabase = InstanceType<typeof Database>;
type Prepared = ReturnType<NativeDatabase["prepare"]>;

const PREPARED_PER_CONNECTION = 64;
const ROWS_PER_LOOK = 100;
const SLICE_MS = 20;
const LAST_CHANGE = "SELECT changes(), last_insert_rowid()";

/**
 * One connection to one file. Statements run on the caller's thread, so one that works long without
 * giving a row delays everything else; one that gives many rows lets others in every 20 ms.
 */
export class Connection {
  readonly path: string;
  readonly #database: NativeDatabase;
  readonly #prepared = new Map<string, Prepared>();
  #touched = false;
  #isSpent = false;

  /**
   * Opens an existing file. Throws SqlError when it is gone or is no database.
   * @param pragmas settings besides those that every connection has
   */
  constructor(path: string, pragmas = "") {
    this.path = path;
    // The native package would make an empty file for a path that is gone.
    if (!existsSync(path))
      throw new SqlError("SQLITE_CANTOPEN", "SQLite error: unable to open database file");
    this.#database = new Database(path, { timeout: 0 });
    this.#database.defaultSafeIntegers(true);
    try {
      this.#database.exec(`PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; ${pragmas}`);
    } catch (error) {
      this.#database.close();
      throw fromNative(error);
    }
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** Parses the statement against the schema, without running it. Throws SqlError. */
  prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    this.#prepared.delete(sql);
    const prepared = known ?? this.#prepareAnew(sql);
    this.#prepared.set(sql, prepared);
    for (const oldest of this.#prepared.keys()) {
      if (this.#prepared.size <= PREPARED_PER_CONNECTION) break;
      this.#prepared.delete(oldest);
    }
    return prepared;
  }

  #prepareAnew(sql: string): Prepared {
    try {
      const prepared = this.#database.prepare(sql);
      return prepared.reader ? prepared.raw() : prepared;
    } catch (error) {
      throw fromNative(error);
    }
  }

  /** The columns that the statement gives. */
  describe(sql: string): Column[] {
    return this.prepare(sql)
      .columns()
      .map(({ name, type }) => ({ name, decltype: type }));
  }

  /**
   * Makes an open transaction a writing one, by a PRAGMA that needs the lock and does nothing else. A
   * prepared statement that is refused the lock here stays half-run, since the package can't reset it, and
   * would keep the old state beyond the transaction. Throws SqlError SQLITE_BUSY when another has written
   * since the transaction first read.
   */
  lockForWriting(): void {
    this.#native(() => this.#database.exec("PRAGMA incremental_vacuum(1)"));
  }

  /** Runs a statement with one value for each of its parameters. Throws SqlError, or what the sink throws. */
  async execute(statement: Statement, values: NativeValue[], sink: RowSink): Promise<Outcome> {
    const startedAt = performance.now();
    if (statement.touchesConnection) this.#touched = true;
    // The package never resets what explains a change: no later transaction on the connection could commit.
    if (statement.isExplain) this.#isSpent = true;
    const prepared = this.prepare(statement.sql);
    let changes = 0;
    let rowsRead = 0;
    if (prepared.reader) rowsRead = await this.#readRows(statement, prepared, values, sink);
    else {
      sink.columns([]);
      changes = this.#run(statement, prepared, values);
    }
    const last =
      statement.isInsert || (statement.isChange && prepared.reader) ? this.#lastChange() : undefined;
    return {
      affectedRowCount: statement.isChange ? (last?.changes ?? changes) : 0,
      lastInsertRowid: statement.isInsert ? (last?.rowid ?? null) : null,
      rowsRead,
      durationMs: performance.now() - startedAt,
    };
  }

  #run(statement: Statement, prepared: Prepared, values: NativeValue[]): number {
    if (statement.isChange) return this.#native(() => prepared.run(values)).changes;
    // exec() ends its statement whatever happens, as a COMMIT that is refused.
    this.#native(() => this.#database.exec(statement.sql));
    return 0;
  }

  async #readRows(
    statement: Statement,
    prepared: Prepared,
    values: NativeValue[],
    sink: RowSink,
  ): Promise<number> {
    const rows = this.#native(() => prepared.iterate(values));
    let count = 0;
    let sliceEnd = performance.now() + SLICE_MS;
    for (;;) {
      const next = this.#native(() => rows.next());
      try {
        // Only the first step shows the columns after a change of the schema.
        if (count === 0) sink.columns(this.describe(statement.sql));
        if (next.done) return count;
        sink.row(next.value as NativeValue[]);
        count += 1;
        if (count % ROWS_PER_LOOK !== 0) continue;
        const drained = sink.drained?.();
        if (drained === undefined && performance.now() < sliceEnd) continue;
        await (drained ?? nextTurn());
        sliceEnd = performance.now() + SLICE_MS;
      } catch (error) {
        this.#abandon(statement, rows);
        throw error;
      }
    }
  }

  /**
   * Brings a statement to its end, since the native package resets one only to run it again: a half-read
   * one would keep its snapshot. A reading one is interrupted, by its connection: the statement's own
   * interrupt() leaves it half-run. A change has happened, and is let finish.
   */
  #abandon(statement: Statement, rows: Iterator<unknown>): void {
    if (!statement.writes) (this.#database as NativeDatabase & { interrupt(): void }).interrupt();
    try {
      while (!rows.next().done);
    } catch {
      // Interrupted, as it should be.
    }
  }

  #lastChange(): { changes: number; rowid: bigint } {
    const [row] = this.prepare(LAST_CHANGE).all([]) as [bigint, bigint][];
    return { changes: Number(row?.[0] ?? 0), rowid: row?.[1] ?? 0n };
  }

  #native<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      throw error instanceof SqlError ? error : fromNative(error);
    }
  }

  /** Ends what the last user left open and undoes his settings. Throws SqlError when it can't be used again. */
  restore(): void {
    if (this.#isSpent) throw new SqlError("SQLITE_MISUSE", "SQLite error: connection is spent");
    this.#native(() => {
      if (this.inTransaction) this.#database.exec("ROLLBACK");
      if (this.#touched) this.#database.exec("PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF");
      this.#touched = false;
    });
  }

  /** The file itself closes when the prepared statements have been collected, see connection-pool.ts. */
  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}
