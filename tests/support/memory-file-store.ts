import type { FileStore, StoredFile } from "#app/platform/files/store.ts";

/** A file store in memory that shows what it holds. */
export interface MemoryFileStore extends FileStore {
  readonly held: ReadonlyMap<string, StoredFile>;
}

export function createMemoryFileStore(): MemoryFileStore {
  const held = new Map<string, StoredFile>();
  return {
    held,
    put: async (key, bytes, mediaType) => void held.set(key, { bytes: bytes.slice(), mediaType }),
    get: async (key) => held.get(key) ?? null,
    delete: async (key) => void held.delete(key),
  };
}
