import type { ObjectPage, ObjectStore, StoredObject } from "#db/object-store.ts";

/** Where files lie, as modules know it. */
export type FileStore = ObjectStore;
export type StoredFile = StoredObject;
export type FilePage = ObjectPage;
