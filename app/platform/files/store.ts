/**
 * Port to where bytes lie (R2 binding or an S3-compatible store). A village's files have random keys that start with its
 * id; backups and logs of databases lie under prefixes of their own.
 */
export interface FileStore {
  /** Stores bytes whole or not at all. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @returns the stored bytes, or null where there are none */
  get(key: string): Promise<StoredFile | null>;
  delete(key: string): Promise<void>;
  /**
   * What lies under a prefix, by key, a thousand at most in one answer.
   * @param after key behind which the page begins, as `next` of the page before
   */
  list(prefix: string, after?: string): Promise<FilePage>;
}

export interface StoredFile {
  bytes: Uint8Array;
  mediaType: string;
}

export interface FilePage {
  files: { key: string; sizeBytes: number }[];
  /** Where the next page begins, or null where this was the last. */
  next: string | null;
}

/** All that lies under a prefix, page by page. */
export async function* listAll(
  store: Pick<FileStore, "list">,
  prefix: string,
): AsyncGenerator<{ key: string; sizeBytes: number }> {
  let after: string | null = "";
  while (after !== null) {
    const page: FilePage = await store.list(prefix, after || undefined);
    yield* page.files;
    after = page.next;
  }
}
