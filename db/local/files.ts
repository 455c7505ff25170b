import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";

const TEMPORARY = /\.tmp(-wal|-shm|-journal)?$/;
const COMPANION = /\.db-(wal|shm)$/;
const COMPANIONS = ["-wal", "-shm", "-journal"];

/** A path beside `path` that removeRemains clears away after a crash. */
export function temporaryPath(path: string): string {
  return `${path}.${randomBytes(6).toString("hex")}.tmp`;
}

function syncPath(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncDirectoryOf(path: string): void {
  // Windows lets no directory be opened, and needs no fsync for a name.
  if (process.platform !== "win32") syncPath(dirname(path));
}

function removeCompanions(path: string): void {
  for (const suffix of COMPANIONS) rmSync(`${path}${suffix}`, { force: true });
}

/** Makes an empty database in WAL mode, or turns a copy into one. */
export function setWalMode(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode=WAL");
  } finally {
    database.close();
  }
}

/**
 * Gives a finished file its name, which must be free, for good: after a crash either the whole file is
 * there, or nothing.
 */
export function publishFile(temporary: string, path: string): void {
  syncPath(temporary);
  removeCompanions(path);
  renameSync(temporary, path);
  syncDirectoryOf(path);
}

/** Removes an unfinished file, if it is still there. */
export function discardTemporary(temporary: string): void {
  removeCompanions(temporary);
  rmSync(temporary, { force: true });
}

/** Takes a database away; its name goes first, so that a crash leaves no half of it. */
export function removeDatabase(path: string): void {
  const temporary = temporaryPath(path);
  renameSync(path, temporary);
  syncDirectoryOf(path);
  removeCompanions(path);
  rmSync(temporary, { force: true });
}

/** Clears away what a crash left in the directory: unfinished files, and logs without their database. */
export function removeRemains(directory: string): void {
  for (const name of readdirSync(directory)) {
    const isOrphan = COMPANION.test(name) && !existsSync(join(directory, name.replace(COMPANION, ".db")));
    if (TEMPORARY.test(name) || isOrphan) rmSync(join(directory, name), { force: true });
  }
}
