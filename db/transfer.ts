import type { Client } from "@libsql/client/web";
import { ContentHash } from "./backup/content-hash.ts";
import { dumpDatabase } from "./backup/dump.ts";
import { recordLine } from "./backup/dump-lines.ts";
import { loadDump } from "./backup/load-dump.ts";
import { utf8 } from "./sealed/bytes.ts";

/** What was carried over: how many rows, and the content hash of the source (backup/content-hash.ts). */
export interface Transferred {
  rows: number;
  hash: string;
}

/**
 * Writes all of one database into an empty one, wherever each lies. The source must stand still meanwhile (a copy, a
 * file, a frozen one). Rows go in without foreign keys in force; triggers and indexes follow.
 * @param onBlock told after each block of rows, for whoever holds a lease
 * @throws LibsqlError; the target is then unfinished and must be thrown away
 */
export async function transferDatabase(
  from: Client,
  to: Client,
  onBlock?: () => Promise<void>,
): Promise<Transferred> {
  const { rows, hash } = await loadDump(linesOf(from, onBlock), to);
  return { rows, hash };
}

async function* linesOf(from: Client, onBlock?: () => Promise<void>): AsyncGenerator<string> {
  yield recordLine({ balai: "backup", version: 1, owner: "", database: "", takenAt: "", epoch: 0 });
  const hash = new ContentHash();
  let rows = 0;
  for await (const block of dumpDatabase(from)) {
    rows += block.rows;
    await hash.add(utf8(block.text));
    yield block.text;
    await onBlock?.();
  }
  yield recordLine({ end: true, rows, hash: hash.hex });
}
