import { expect, it } from "vitest";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import { readListing } from "#app/platform/files/s3-listing.ts";
import { listAll } from "#db/object-store.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";

it("a listing is read with its entities where the store does not encode keys", () => {
  const xml = `<?xml version="1.0"?><ListBucketResult><IsTruncated>true</IsTruncated>
    <Contents><Key>a&amp;b&#x20;c&#33;+%20</Key><Size>12</Size></Contents></ListBucketResult>`;
  expect(readListing(xml)).toEqual({ files: [{ key: "a&b c!+%20", sizeBytes: 12 }], next: "a&b c!+%20" });
});

it("the store in memory pages as the others do", async () => {
  const store = createMemoryFileStore(2);
  for (const key of ["a/3", "a/1", "a/2", "b/1"]) await store.put(key, new Uint8Array(3), "x/y");
  expect(await store.list("a/")).toEqual({
    files: [
      { key: "a/1", sizeBytes: 3 },
      { key: "a/2", sizeBytes: 3 },
    ],
    next: "a/2",
  });
  expect(await store.list("a/", "a/2")).toEqual({ files: [{ key: "a/3", sizeBytes: 3 }], next: null });
});

it("the R2 store asks for the page behind a key", async () => {
  const asked: unknown[] = [];
  const bucket = {
    list: async (options: { startAfter?: string }) => {
      asked.push(options);
      return options.startAfter
        ? { objects: [{ key: "a/2", size: 5 }], truncated: false }
        : { objects: [{ key: "a/1", size: 4 }], truncated: true };
    },
  };
  const store = createR2Store(bucket as unknown as Parameters<typeof createR2Store>[0]);
  const found: unknown[] = [];
  for await (const file of listAll(store, "a/")) found.push(file);
  expect(found).toEqual([
    { key: "a/1", sizeBytes: 4 },
    { key: "a/2", sizeBytes: 5 },
  ]);
  expect(asked).toEqual([
    { prefix: "a/", startAfter: undefined },
    { prefix: "a/", startAfter: "a/1" },
  ]);
});
