import type { R2Bucket } from "@cloudflare/workers-types";
import type { FileStore } from "./store.ts";

/** File store on an R2 binding. */
export function createR2Store(bucket: R2Bucket): FileStore {
  return {
    put: async (key, bytes, mediaType) => {
      await bucket.put(key, bytes, { httpMetadata: { contentType: mediaType } });
    },
    get: async (key) => {
      const object = await bucket.get(key);
      if (!object) return null;
      const mediaType = object.httpMetadata?.contentType ?? "application/octet-stream";
      return { bytes: new Uint8Array(await object.arrayBuffer()), mediaType };
    },
    delete: async (key) => {
      await bucket.delete(key);
    },
    list: async (prefix, after) => {
      const page = await bucket.list({ prefix, startAfter: after });
      const files = page.objects.map(({ key, size }) => ({ key, sizeBytes: size }));
      return { files, next: page.truncated ? (files.at(-1)?.key ?? null) : null };
    },
  };
}
