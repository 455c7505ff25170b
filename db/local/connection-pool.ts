import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "./clock.ts";
import { Connection } from "./connection.ts";
import { SqlError } from "./errors.ts";
import { collectGarbage } from "./garbage.ts";

export type PoolLimits = {
  /** Connections in all, each of which has two or three files open. */
  max: number;
  /** Connections to one file, so that one village cannot take them all. */
  maxPerFile: number;
  /** How long to wait for one, in milliseconds. */
  waitMs: number;
  /** After how many idle milliseconds a connection is closed. */
  idleCloseMs: number;
  /** Further settings of the connections to a file. */
  pragmasOf?(path: string): string;
  /** Default `collectGarbage`: lets the files of closed connections go. */
  collect?(): void;
};

type Idle = { connection: Connection; since: number };
type Waiter = { path: string; give: (connection: Connection) => void; fail: (error: unknown) => void };

const CLOSED_BEFORE_COLLECTION = 32;

/** Keeps connections open between requests, and their number within bounds. */
export class ConnectionPool {
  readonly #limits: PoolLimits;
  readonly #clock: Clock;
  readonly #collect: () => void;
  readonly #inUse = new Map<string, Set<Connection>>();
  #idle: Idle[] = [];
  #waiters: Waiter[] = [];
  #cancelSweep: (() => void) | undefined;
  #closedSinceCollection = 0;
  #isClosed = false;

  constructor(limits: PoolLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#collect = limits.collect ?? collectGarbage;
  }

  /** How many connections are open, idle ones included. */
  get size(): number {
    let inUse = 0;
    for (const connections of this.#inUse.values()) inUse += connections.size;
    return inUse + this.#idle.length;
  }

  /** Takes a connection to the file, in the order of asking. Throws SqlError TRANSACTION_BUSY after waitMs. */
  acquire(path: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { path, give: resolve, fail: reject };
      if (this.#tryGive(waiter)) return;
      const cancel = this.#clock.after(this.#limits.waitMs, () => {
        this.#waiters = this.#waiters.filter((each) => each !== queued);
        reject(new SqlError("TRANSACTION_BUSY", "Server cannot handle additional transactions"));
      });
      const queued: Waiter = {
        path,
        give: (connection) => {
          cancel();
          resolve(connection);
        },
        fail: (error) => {
          cancel();
          reject(error);
        },
      };
      this.#waiters.push(queued);
    });
  }

  /** Gives a connection back; one that cannot be restored, or whose file was closed, is closed. */
  release(connection: Connection): void {
    const users = this.#inUse.get(connection.path);
    const isWanted = users?.delete(connection) === true && !this.#isClosed;
    if (users?.size === 0) this.#inUse.delete(connection.path);
    try {
      connection.restore();
      if (isWanted) this.#idle.push({ connection, since: this.#clock.now() });
      else this.#close(connection);
      this.#planSweep();
    } catch {
      this.#close(connection);
    }
    this.#serveWaiters();
  }

  /** Closes every idle connection to the file now, and those in use when they are given back. */
  async closeFile(path: string): Promise<void> {
    this.#inUse.delete(path);
    this.#closeIdle(({ connection }) => connection.path === path);
    await this.#settleFiles();
  }

  /** Closes every idle connection, and refuses those who wait. */
  async closeAll(): Promise<void> {
    this.#isClosed = true;
    this.#cancelSweep?.();
    for (const waiter of this.#waiters.splice(0)) {
      waiter.fail(new SqlError("TRANSACTION_BUSY", "Server is shutting down"));
    }
    this.#closeIdle(() => true);
    await this.#settleFiles();
  }

  /** The native package closes its files in the turn after the collection. */
  async #settleFiles(): Promise<void> {
    this.#collect();
    await nextTurn();
  }

  #tryGive(waiter: Waiter): boolean {
    const index = this.#idle.findLastIndex(({ connection }) => connection.path === waiter.path);
    const [idle] = index < 0 ? [] : this.#idle.splice(index, 1);
    if (!idle && (this.#inUse.get(waiter.path)?.size ?? 0) >= this.#limits.maxPerFile) return false;
    if (!idle && this.size >= this.#limits.max && !this.#evictOldest()) return false;
    try {
      const connection =
        idle?.connection ?? new Connection(waiter.path, this.#limits.pragmasOf?.(waiter.path));
      const users = this.#inUse.get(waiter.path) ?? new Set();
      this.#inUse.set(waiter.path, users.add(connection));
      waiter.give(connection);
    } catch (error) {
      waiter.fail(error);
    }
    return true;
  }

  #serveWaiters(): void {
    this.#waiters = this.#waiters.filter((waiter) => !this.#tryGive(waiter));
  }

  #evictOldest(): boolean {
    const oldest = this.#idle.shift();
    if (oldest) this.#close(oldest.connection);
    return oldest !== undefined;
  }

  #close(connection: Connection): void {
    connection.close();
    this.#closedSinceCollection += 1;
    if (this.#closedSinceCollection < CLOSED_BEFORE_COLLECTION) return;
    this.#closedSinceCollection = 0;
    this.#collect();
  }

  #closeIdle(isDue: (idle: Idle) => boolean): number {
    const due = this.#idle.filter(isDue);
    this.#idle = this.#idle.filter((idle) => !due.includes(idle));
    for (const { connection } of due) this.#close(connection);
    return due.length;
  }

  #planSweep(): void {
    if (this.#cancelSweep || this.#idle.length === 0) return;
    this.#cancelSweep = this.#clock.after(this.#limits.idleCloseMs, () => {
      this.#cancelSweep = undefined;
      const before = this.#clock.now() - this.#limits.idleCloseMs;
      if (this.#closeIdle(({ since }) => since <= before) > 0) this.#collect();
      this.#planSweep();
    });
  }
}
