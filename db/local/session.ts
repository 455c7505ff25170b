import { type Arguments, bindArguments } from "./arguments.ts";
import type { Column, Connection, Outcome, RowSink } from "./connection.ts";
import type { ConnectionPool } from "./connection-pool.ts";
import { SqlError } from "./errors.ts";
import type { Statement } from "./statement.ts";
import type { WriterQueue } from "./writer-queue.ts";

/** A database of one namespace: its file, and the queue of those who want to write to it. */
export type Database = {
  path: string;
  writers: WriterQueue;
  /** Called when a writer is done, committed or not, before his connection is given back. */
  onWrite?: () => void;
};

/**
 * What a stream does with its database: one connection, taken at the first statement, and the writer for
 * as long as a transaction has written. A transaction that kept the writer too long while others waited
 * is rolled back; from then on every statement fails with TRANSACTION_TIMEOUT until a ROLLBACK.
 */
export class Session {
  readonly #database: Database;
  readonly #pool: ConnectionPool;
  #connection: Connection | undefined;
  #giveWriterBack: (() => void) | undefined;
  #isReadonly = false;
  #isRunning = false;
  #hasTimedOut = false;
  #isClosed = false;

  constructor(database: Database, pool: ConnectionPool) {
    this.#database = database;
    this.#pool = pool;
  }

  get isAutocommit(): boolean {
    return !this.#connection?.inTransaction;
  }

  /** Runs one statement; the caller waits for it before the next one. Throws SqlError, or what the sink throws. */
  async execute(statement: Statement, args: Arguments, sink: RowSink): Promise<Outcome> {
    this.#isRunning = true;
    try {
      this.#refuseAfterTimeout(statement);
      const values = bindArguments(statement, args);
      const connection = await this.#connect();
      connection.prepare(statement.sql);
      const isNewWriter = statement.writes && (await this.#becomeWriter());
      try {
        if (isNewWriter && connection.inTransaction) connection.lockForWriting();
        const outcome = await connection.execute(statement, values, sink);
        if (statement.begins !== undefined) this.#isReadonly = statement.begins === "readonly";
        return outcome;
      } catch (error) {
        const isLocked = error instanceof SqlError && error.code === "SQLITE_BUSY";
        if (isNewWriter && isLocked) this.#stopWriting();
        throw error;
      }
    } finally {
      this.#isRunning = false;
      this.#settle();
    }
  }

  /** The statement's columns, by the schema of now. Throws SqlError. */
  async describe(statement: Statement): Promise<Column[]> {
    this.#isRunning = true;
    try {
      return (await this.#connect()).describe(statement.sql);
    } finally {
      this.#isRunning = false;
      this.#settle();
    }
  }

  /** Rolls back what is open and gives everything back; a running statement is let finish. */
  close(): void {
    this.#isClosed = true;
    if (!this.#isRunning) this.#letGo();
  }

  async #connect(): Promise<Connection> {
    this.#connection ??= await this.#pool.acquire(this.#database.path);
    if (this.#isClosed) throw new SqlError("TRANSACTION_TIMEOUT", "The stream was closed");
    return this.#connection;
  }

  async #becomeWriter(): Promise<boolean> {
    if (this.#isReadonly) {
      const message = "SQLite error: attempt to write a readonly database";
      throw new SqlError("SQLITE_READONLY", message, "SQLITE_READONLY");
    }
    if (this.#giveWriterBack) return false;
    this.#giveWriterBack = await this.#database.writers.acquire(() => this.#expire());
    if (this.#isClosed) throw new SqlError("TRANSACTION_TIMEOUT", "The stream was closed");
    return true;
  }

  #refuseAfterTimeout(statement: Statement): void {
    if (!this.#hasTimedOut) return;
    if (statement.isRollback) this.#hasTimedOut = false;
    throw new SqlError("TRANSACTION_TIMEOUT", "Transaction timed out");
  }

  #expire(): void {
    this.#hasTimedOut = true;
    if (!this.#isRunning) this.#letGo();
  }

  #settle(): void {
    if (this.#isClosed || (this.#hasTimedOut && !this.isAutocommit)) this.#letGo();
    else if (this.isAutocommit) {
      this.#hasTimedOut = this.#hasTimedOut && this.#giveWriterBack === undefined;
      this.#isReadonly = false;
      this.#stopWriting();
    }
  }

  #stopWriting(): void {
    if (!this.#giveWriterBack) return;
    this.#database.onWrite?.();
    this.#giveWriterBack();
    this.#giveWriterBack = undefined;
  }

  #letGo(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#isReadonly = false;
    if (connection) this.#pool.release(connection);
    this.#stopWriting();
  }
}
