import type { R2Bucket } from "@cloudflare/workers-types";
import { createMemoryFileStore, type MemoryFileStore } from "./memory-file-store.ts";

/** An R2 binding over a store in memory: what createR2Store asks of one. */
export function createMemoryBucket(store: MemoryFileStore = createMemoryFileStore()) {
  const bucket = {
    put: (key: string, bytes: Uint8Array, options?: { httpMetadata?: { contentType?: string } }) =>
      store.put(key, bytes, options?.httpMetadata?.contentType ?? "application/octet-stream"),
    get: async (key: string) => {
      const found = await store.get(key);
      if (!found) return null;
      return {
        httpMetadata: { contentType: found.mediaType },
        arrayBuffer: async () => found.bytes.slice().buffer,
      };
    },
    delete: (key: string) => store.delete(key),
    list: async ({ prefix = "", startAfter }: { prefix?: string; startAfter?: string }) => {
      const { files, next } = await store.list(prefix, startAfter);
      const objects = files.map(({ key, sizeBytes }) => ({ key, size: sizeBytes }));
      return { objects, truncated: next !== null };
    },
  };
  return { bucket: bucket as unknown as R2Bucket, store };
}
