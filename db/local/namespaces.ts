import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Clock } from "./clock.ts";
import type { ConnectionPool } from "./connection-pool.ts";
import { copyDatabase } from "./copy-threads.ts";
import { HttpError } from "./errors.ts";
import {
  discardTemporary,
  publishFile,
  removeDatabase,
  removeRemains,
  setWalMode,
  temporaryPath,
} from "./files.ts";
import type { Database } from "./session.ts";
import { NoMomentError, rebuildDatabase } from "./wal/rebuild.ts";
import type { LogShipper } from "./wal/shipper.ts";
import { type WriterLimits, WriterQueue } from "./writer-queue.ts";

export const DEFAULT_NAMESPACE = "default";

// Lower case only: some file systems take "Desa" and "desa" for the same file.
const NAME = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;
const EXTENSION = ".db";

/** Returns the name. Throws HttpError 400 unless it is 1-64 of a-z, 0-9, `-`, `_`, ends excepted. */
export function checkNamespace(name: string): string {
  if (!NAME.test(name)) throw new HttpError(400, "Invalid namespace");
  return name;
}

/** The namespace whose database lies at a path. */
export function databaseName(path: string): string {
  return basename(path, EXTENSION);
}

/** The databases of one directory: a file for each namespace, made, copied and deleted whole. */
export class Namespaces {
  readonly #directory: string;
  readonly #pool: ConnectionPool;
  readonly #limits: WriterLimits;
  readonly #clock: Clock;
  readonly #open = new Map<string, Database>();
  /** Names whose file is being copied or deleted: nobody may open or take them. */
  readonly #reserved = new Set<string>();
  readonly #shipper: LogShipper | undefined;

  /** Opens the directory, clears what a crash left there, and makes the default namespace if it is missing. */
  constructor(
    directory: string,
    pool: ConnectionPool,
    limits: WriterLimits,
    clock: Clock,
    shipper?: LogShipper,
  ) {
    this.#shipper = shipper;
    this.#directory = resolve(directory);
    this.#pool = pool;
    this.#limits = limits;
    this.#clock = clock;
    mkdirSync(this.#directory, { recursive: true });
    removeRemains(this.#directory);
    if (!existsSync(this.#pathOf(DEFAULT_NAMESPACE))) this.create(DEFAULT_NAMESPACE);
  }

  /** Throws HttpError 400 for a bad name, 404 for one that does not exist. */
  get(name: string): Database {
    const known = this.#open.get(checkNamespace(name));
    if (known) return known;
    const path = this.#pathOf(name);
    if (!existsSync(path) || this.#reserved.has(name))
      throw new HttpError(404, `Namespace \`${name}\` doesn't exist`);
    const database: Database = { path, writers: new WriterQueue(this.#limits, this.#clock) };
    if (this.#shipper) database.onWrite = () => this.#shipper?.noteWrite(name, database);
    this.#open.set(name, database);
    return database;
  }

  /** The names, sorted. */
  list(): string[] {
    const names = readdirSync(this.#directory).filter((file) => file.endsWith(EXTENSION));
    return names.map((file) => file.slice(0, -EXTENSION.length)).sort();
  }

  /** Makes an empty database. Throws HttpError 400 when the name is bad or taken. */
  create(name: string): void {
    this.#refuseTaken(name);
    const temporary = temporaryPath(this.#pathOf(name));
    try {
      setWalMode(temporary);
      publishFile(temporary, this.#pathOf(name));
    } finally {
      discardTemporary(temporary);
    }
  }

  /** Makes `to` a copy of `from` as it is now. Throws HttpError 404, or 400 when `to` is bad or taken. */
  async fork(from: string, to: string): Promise<void> {
    const source = this.get(from);
    this.#refuseTaken(to);
    this.#reserved.add(to);
    const temporary = temporaryPath(this.#pathOf(to));
    try {
      await copyDatabase(source.path, temporary);
      setWalMode(temporary);
      publishFile(temporary, this.#pathOf(to));
    } finally {
      discardTemporary(temporary);
      this.#reserved.delete(to);
    }
  }

  /**
   * Makes `to` what `from` was at a moment, from its shipped log. `from` itself need not be there any more.
   * @returns the moment of the last commit in it
   * @throws HttpError 400 where nothing is shipped, or `to` is bad or taken; 404 where nothing is known of that time
   */
  async forkAt(from: string, to: string, at: number): Promise<number> {
    const place = this.#shipper?.placeOf(checkNamespace(from));
    if (!place) throw new HttpError(400, "This server keeps no log to go back in");
    this.#refuseTaken(to);
    this.#reserved.add(to);
    const temporary = temporaryPath(this.#pathOf(to));
    try {
      await this.#shipper?.shipNow(from);
      const moment = await rebuildDatabase(place, at, temporary);
      publishFile(temporary, this.#pathOf(to));
      return moment;
    } catch (error) {
      if (error instanceof NoMomentError) throw new HttpError(404, error.message);
      throw error;
    } finally {
      discardTemporary(temporary);
      this.#reserved.delete(to);
    }
  }

  /** All databases with their files and writers. */
  *entries(): Generator<[string, Database]> {
    for (const name of this.list()) yield [name, this.get(name)];
  }

  /** Closes a database's streams, then deletes it. Throws HttpError 404, or 400 for the default one. */
  async delete(name: string, closeStreams: () => void): Promise<void> {
    const { path } = this.get(name);
    if (name === DEFAULT_NAMESPACE) throw new HttpError(400, "The default namespace can't be deleted");
    this.#open.delete(name);
    this.#reserved.add(name);
    try {
      closeStreams();
      this.#shipper?.forget(name);
      await this.#pool.closeFile(path);
      removeDatabase(path);
    } finally {
      this.#reserved.delete(name);
    }
  }

  #refuseTaken(name: string): void {
    const isTaken = existsSync(this.#pathOf(checkNamespace(name))) || this.#reserved.has(name);
    if (isTaken) throw new HttpError(400, `Namespace \`${name}\` already exists`);
  }

  #pathOf(name: string): string {
    return join(this.#directory, `${name}${EXTENSION}`);
  }
}
