import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import Database from "libsql";

/** Where a database's log stands, as its index says (https://sqlite.org/walformat.html, 2.1). */
export interface LogState {
  /** Committed frames. */
  frames: number;
  /** Changes each time the log begins anew. */
  salt: string;
  pageSize: number;
}

const LOG_HEADER_BYTES = 32;
export const FRAME_HEADER_BYTES = 24;
const INDEX_HEADER_BYTES = 48;

/** Bytes that one frame takes in the log. */
export function frameBytes(pageSize: number): number {
  return FRAME_HEADER_BYTES + pageSize;
}

/** The settings of every connection to a database whose log is shipped: nobody but the shipper checkpoints. */
export const SHIPPED_PRAGMAS = "PRAGMA wal_autocheckpoint=0";

/**
 * The log of one database, held open: as long as it is, no other connection's end can take the log away. Its connection
 * only checkpoints.
 */
export class LogFile {
  readonly path: string;
  readonly #database: InstanceType<typeof Database>;
  readonly #index: number;
  readonly #header = Buffer.alloc(INDEX_HEADER_BYTES);

  constructor(path: string) {
    this.path = path;
    this.#database = new Database(path, { timeout: 0 });
    this.#database.exec(SHIPPED_PRAGMAS);
    // A connection takes part in the log from its first read on.
    this.#database.exec("SELECT 1 FROM sqlite_master LIMIT 1");
    this.#index = openSync(`${path}-shm`, "r");
  }

  /** Some microseconds: called after each commit. */
  state(): LogState {
    readSync(this.#index, this.#header, 0, INDEX_HEADER_BYTES, 0);
    const size = this.#header.readUInt16LE(14);
    return {
      frames: this.#header.readUInt32LE(16),
      salt: this.#header.toString("hex", 32, 40),
      pageSize: size === 1 ? 65_536 : size,
    };
  }

  /**
   * Writes all frames into the database and empties the log. The caller holds the writer.
   * @returns false where a reader still needs the log; then it stays as it is
   */
  checkpoint(): boolean {
    try {
      const [busy] = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").raw().get() as [number];
      return busy === 0 && this.state().frames === 0;
    } catch {
      return false;
    }
  }

  /** Frames `from` to `to` as they lie there, counted from 1. */
  readFrames(pageSize: number, from: number, to: number): Promise<Buffer> {
    const size = frameBytes(pageSize);
    return readRange(`${this.path}-wal`, LOG_HEADER_BYTES + (from - 1) * size, (to - from + 1) * size);
  }

  close(): void {
    closeSync(this.#index);
    this.#database.close();
  }
}

async function readRange(path: string, at: number, length: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, at);
    if (bytesRead !== length) throw new Error(`${path} is shorter than its index says`);
    return bytes;
  } finally {
    await file.close();
  }
}
