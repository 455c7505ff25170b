import type { Client } from "@libsql/client/web";
import { joinBytes, toHex, utf8 } from "../sealed/bytes.ts";
import { dumpDatabase } from "./dump.ts";

/** Hash over the blocks of a dump: h = SHA-256(h, SHA-256(block)), from 32 zero bytes. Needs no state but h. */
export class ContentHash {
  #value = new Uint8Array(32);

  async add(block: Uint8Array<ArrayBuffer>): Promise<void> {
    const one = new Uint8Array(await crypto.subtle.digest("SHA-256", block));
    this.#value = new Uint8Array(await crypto.subtle.digest("SHA-256", joinBytes([this.#value, one])));
  }

  /** Lower-case hex. */
  get hex(): string {
    return toHex(this.#value);
  }
}

/**
 * Content hash of a database that stands still: equal for equal rows and schema, wherever they lie.
 * @param onBlock told after each block of rows, for whoever holds a lease
 */
export async function hashDatabase(client: Client, onBlock?: () => Promise<void>): Promise<string> {
  const hash = new ContentHash();
  for await (const { text } of dumpDatabase(client)) {
    await hash.add(utf8(text));
    await onBlock?.();
  }
  return hash.hex;
}
