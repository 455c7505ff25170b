import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { CommandError } from "./command-errors.ts";

/** @throws CommandError where a file of this name is there: none is ever overwritten */
export function requireNewFile(path: string, option: string): void {
  if (existsSync(path)) throw new CommandError(`${path} sudah ada. Pilih nama lain dengan ${option}.`);
}

/**
 * Writes a file that its owner alone may read. It has its name only once it is whole; of one that fails nothing is left,
 * and two at once do not write into each other.
 */
export async function writeNewFile(path: string, write: (file: number) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${process.pid}.belum-selesai`;
  const file = openSync(unfinished, "w", 0o600);
  try {
    await write(file);
    fsyncSync(file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  requireNewFile(path, "--ke");
  renameSync(unfinished, path);
}
