/** Port to where bytes lie (R2 binding or an S3-compatible store). Keys are random and start with the village's id. */
export interface FileStore {
  /** Stores bytes whole or not at all. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @returns the stored bytes, or null where there are none */
  get(key: string): Promise<StoredFile | null>;
  delete(key: string): Promise<void>;
}

export interface StoredFile {
  bytes: Uint8Array;
  mediaType: string;
}
