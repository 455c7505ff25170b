import { statSync } from "node:fs";
import type { ObjectStore } from "../../object-store.ts";
import type { BackupKeys } from "../../sealed/seal-key.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../session.ts";
import type { LogPlace } from "./log-store.ts";
import {
  beginGeneration,
  DAY_MS,
  emptyLog,
  giveUpLog,
  isBaseOld,
  removeOldGenerations,
  renewGeneration,
  shipFrames,
} from "./ship-log.ts";
import { readShipped, writeShipped } from "./shipped-file.ts";
import { ShippedLog } from "./shipped-log.ts";

export interface ShippingOptions {
  /** Seals what is shipped. */
  keys: BackupKeys;
  /** Is the log of this database shipped? Copies and scratch databases need none. */
  ships(name: string): boolean;
  /** Days for which any minute can be restored. */
  keepDays: number;
  /** Unshipped frames that are given up before the disk is full; default 16,000, 64 MB. */
  mostFrames?: number;
  /** Told once when the shipping of a database begins to fail, and with null when all go well again. */
  onTrouble?(trouble: { database: string; error: unknown } | null): void;
  /** Wall clock in milliseconds; default the machine's. */
  wallClock?(): number;
}

const MINUTE_MS = 60_000;
/** A log that a round has found quiet so often is let go. */
const QUIET_ROUNDS = 2;
/** Unshipped frames that do not wait for the minute: 16 MB. */
const SOON_FRAMES = 4_000;
const MOST_FRAMES = 16_000;
const AT_ONCE = 4;

/**
 * Ships the logs of databases to a store, each minute what was committed since: the base and all frames after it, so
 * that any moment can be rebuilt. Nothing is overwritten before it was shipped.
 */
export class LogShipper {
  readonly options: ShippingOptions;
  readonly #clock: Clock;
  readonly #dataDir: string;
  readonly #logs = new Map<string, ShippedLog>();
  #store: ObjectStore | undefined;
  #running: Promise<void> = Promise.resolve();
  #cancelTimer: (() => void) | undefined;
  #isSoon = false;
  readonly #troubled = new Set<string>();

  constructor(options: ShippingOptions, dataDir: string, clock: Clock) {
    this.options = options;
    this.#clock = clock;
    this.#dataDir = dataDir;
  }

  get now(): () => number {
    return this.options.wallClock ?? Date.now;
  }

  /** Where shipped logs lie, once the store is there. */
  placeOf(database: string): LogPlace | undefined {
    return this.#store && { store: this.#store, keys: this.options.keys, database };
  }

  /** Called after each write of a database, before its connection can close. */
  noteWrite(name: string, database: Database): void {
    if (!this.options.ships(name)) return;
    const log = this.#logOf(name, database);
    log.note(this.now());
    if (log.written - log.shipped > SOON_FRAMES) this.#shipSoon();
  }

  /** Looks, before anybody writes, for what killed processes left in the logs of databases. */
  takeLeftovers(databases: Iterable<[string, Database]>): void {
    for (const [name, database] of databases) {
      const { log } = lastChange(database.path);
      if (!this.options.ships(name) || log === null) continue;
      const left = this.#logOf(name, database);
      if (!left.takeLeftover(log)) left.release();
    }
  }

  /**
   * Begins to ship to a store. Databases whose files changed while nobody shipped (a killed process, another program) get
   * a new base, true from their last change on.
   */
  attach(store: ObjectStore, databases: Iterable<[string, Database]>): void {
    this.#store = store;
    const shipped = readShipped(this.#dataDir);
    for (const [name, database] of databases) {
      if (!this.options.ships(name) || shipped[name] === lastChange(database.path).file) continue;
      this.#logOf(name, database).isChanged = true;
    }
    this.#plan();
    this.#shipSoon();
  }

  /** Ships all that is committed by now, of one database or of all; waits until it lies in the store. */
  shipNow(name?: string): Promise<void> {
    const round = this.#running.then(() => this.#round(name));
    this.#running = round.catch(() => undefined);
    return round;
  }

  /** A database that is going away: its log is let go, what was shipped stays. */
  forget(name: string): void {
    this.#logs.get(name)?.release();
    this.#logs.delete(name);
    this.#troubled.delete(name);
  }

  /** Ships the rest and lets all logs go. The databases still answer. */
  async stop(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    await this.#running;
    for (const log of this.#logs.values()) if (log.generation) await this.#ship(log, false);
    this.#store = undefined;
  }

  /** Notes, with all files closed, what needs no new base at the next start. */
  noteStopped(databases: Iterable<[string, Database]>): void {
    const before = readShipped(this.#dataDir);
    const shipped: Record<string, number> = {};
    for (const [name, { path }] of databases) {
      if (!this.options.ships(name)) continue;
      const log = this.#logs.get(name);
      const { file } = lastChange(path);
      const isWhole = log ? log.generation !== undefined && !log.hasUnshipped : before[name] === file;
      if (isWhole) shipped[name] = file;
    }
    writeShipped(this.#dataDir, shipped);
  }

  /** Lets every log go, so that the last connection of each may empty it. */
  releaseAll(): void {
    for (const log of this.#logs.values()) log.release();
  }

  #logOf(name: string, database: Database): ShippedLog {
    const known = this.#logs.get(name);
    if (known) return known;
    const log = new ShippedLog(name, database, this.now());
    this.#logs.set(name, log);
    return log;
  }

  #plan(): void {
    const wait = MINUTE_MS - (this.now() % MINUTE_MS);
    this.#cancelTimer = this.#clock.after(wait, () => {
      void this.shipNow().finally(() => this.#cancelTimer && this.#plan());
    });
  }

  #shipSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    void this.shipNow().finally(() => {
      this.#isSoon = false;
    });
  }

  async #round(name?: string): Promise<void> {
    const logs = [...this.#logs.values()].filter((log) => name === undefined || log.name === name);
    const queue = logs.filter((log) => log.isHeld || log.needsBase);
    const work = async () => {
      for (let log = queue.shift(); log; log = queue.shift()) await this.#ship(log, true);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** What fails is unshipped still and waits for the next round. */
  async #ship(log: ShippedLog, mayBegin: boolean): Promise<void> {
    try {
      const place = this.placeOf(log.name);
      if (place) await this.#shipTo(place, log, mayBegin);
      if (!log.hasUnshipped && !log.needsBase && ++log.quietRounds > QUIET_ROUNDS) log.release();
      this.#noteTrouble(log, null);
    } catch (error) {
      // Deleted meanwhile, there is nothing to ship any more.
      if (this.#logs.get(log.name) === log) this.#noteTrouble(log, error);
    } finally {
      const most = this.options.mostFrames ?? MOST_FRAMES;
      if (log.written - log.shipped > most) await giveUpLog(log, this.now).catch(() => undefined);
    }
  }

  /** How many databases' logs could not be shipped at the last try. */
  get troubled(): number {
    return this.#troubled.size;
  }

  #noteTrouble({ name }: ShippedLog, error: unknown): void {
    if (error !== null && !this.#troubled.has(name)) {
      this.#troubled.add(name);
      this.options.onTrouble?.({ database: name, error });
    }
    if (error === null && this.#troubled.delete(name) && this.#troubled.size === 0)
      this.options.onTrouble?.(null);
  }

  async #shipTo(place: LogPlace, log: ShippedLog, mayBegin: boolean): Promise<void> {
    if (mayBegin && log.needsBase) await beginGeneration(place, log);
    await shipFrames(place, log);
    if (mayBegin && log.quietRounds === 0 && isBaseOld(log, this.now())) {
      await renewGeneration(place, log, this.now);
      await removeOldGenerations(place, this.now() - this.options.keepDays * DAY_MS);
    }
    if (log.generation) await emptyLog(log, this.now);
  }
}

/** When a database's file and its log, where it holds something, were last changed. */
function lastChange(path: string): { file: number; log: number | null } {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return { file: statSync(path).mtimeMs, log: log && log.size > 0 ? Math.floor(log.mtimeMs) : null };
}
