import type { FileStore, StoredFile } from "#app/platform/files/store.ts";

/** A file store in memory that shows what it holds. */
export interface MemoryFileStore extends FileStore {
  readonly held: ReadonlyMap<string, StoredFile>;
}

/** @param pageSize files in one answer of `list` */
export function createMemoryFileStore(pageSize = 1000): MemoryFileStore {
  const held = new Map<string, StoredFile>();
  return {
    held,
    put: async (key, bytes, mediaType) => void held.set(key, { bytes: bytes.slice(), mediaType }),
    get: async (key) => held.get(key) ?? null,
    delete: async (key) => void held.delete(key),
    list: async (prefix, after = "") => {
      const keys = [...held.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
      const files = keys
        .slice(0, pageSize)
        .map((key) => ({ key, sizeBytes: held.get(key)?.bytes.byteLength ?? 0 }));
      return { files, next: keys.length > pageSize ? (files.at(-1)?.key ?? null) : null };
    },
  };
}
