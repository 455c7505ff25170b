/**
 * Port to where bytes lie: an R2 binding, an S3-compatible store. A village's files have random keys that start with its
 * id; backups, logs of databases and exports lie under prefixes of their own (db/backup/object-keys.ts).
 */
export interface ObjectStore {
  /** Stores bytes whole or not at all. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @returns the stored bytes, or null where there are none */
  get(key: string): Promise<StoredObject | null>;
  delete(key: string): Promise<void>;
  /**
   * What lies under a prefix, by key, a thousand at most in one answer.
   * @param after key behind which the page begins, as `next` of the page before
   */
  list(prefix: string, after?: string): Promise<ObjectPage>;
}

export interface StoredObject {
  bytes: Uint8Array;
  mediaType: string;
}

export interface ListedObject {
  key: string;
  sizeBytes: number;
}

export interface ObjectPage {
  files: ListedObject[];
  /** Where the next page begins, or null where this was the last. */
  next: string | null;
}

/** All that lies under a prefix, page by page. */
export async function* listAll(
  store: Pick<ObjectStore, "list">,
  prefix: string,
): AsyncGenerator<ListedObject> {
  let after: string | null = "";
  while (after !== null) {
    const page: ObjectPage = await store.list(prefix, after || undefined);
    yield* page.files;
    after = page.next;
  }
}
