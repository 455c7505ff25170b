import { listAll, type ObjectStore } from "../object-store.ts";
import { joinBytes } from "../sealed/bytes.ts";

/** A part is one object: small enough for a worker's memory, large enough that a village has few of them. */
const PART_BYTES = 8 * 1024 * 1024;
const MEDIA_TYPE = "application/octet-stream";

/** Writes a stream of bytes as numbered objects under a prefix. */
export class PartWriter {
  readonly #store: ObjectStore;
  readonly #prefix: string;
  readonly #partBytes: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #parts = 0;
  #bytes = 0;

  constructor(store: ObjectStore, prefix: string, partBytes = PART_BYTES) {
    this.#store = store;
    this.#prefix = prefix;
    this.#partBytes = partBytes;
  }

  /** Bytes that were taken so far. */
  get bytes(): number {
    return this.#bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    this.#bytes += bytes.length;
    if (this.#heldBytes >= this.#partBytes) await this.flush();
  }

  /** Stores what is held; the last call ends the stream. */
  async flush(): Promise<void> {
    if (this.#heldBytes === 0) return;
    this.#parts++;
    await this.#store.put(partKey(this.#prefix, this.#parts), joinBytes(this.#held), MEDIA_TYPE);
    this.#held = [];
    this.#heldBytes = 0;
  }
}

export function partKey(prefix: string, part: number): string {
  return `${prefix}${String(part).padStart(5, "0")}`;
}

/** The bytes of numbered objects, one object in memory at a time; it ends where the next number is missing. */
export async function* readParts(store: ObjectStore, prefix: string): AsyncGenerator<Uint8Array> {
  for (let part = 1; ; part++) {
    const found = await store.get(partKey(prefix, part));
    if (!found) return;
    yield found.bytes;
  }
}

/** Removes every object under a prefix. */
export async function removeObjects(store: ObjectStore, prefix: string): Promise<void> {
  for await (const { key } of listAll(store, prefix)) await store.delete(key);
}
