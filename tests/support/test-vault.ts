import type { Vault } from "#db/backup/vault.ts";
import type { Place } from "#db/place.ts";
import { readBackupKeys } from "#db/sealed/seal-key.ts";
import { createMemoryFileStore, type MemoryFileStore } from "./memory-file-store.ts";

/** BACKUP_KEY of tests. */
export const TEST_BACKUP_KEY = Buffer.alloc(32, 7).toString("base64");

export interface TestVault extends Vault {
  files: MemoryFileStore;
}

/** A vault over a store in memory. */
export function createTestVault(place: Place, now: () => Date): TestVault {
  return {
    place,
    files: createMemoryFileStore(),
    keys: readBackupKeys(TEST_BACKUP_KEY),
    keepDays: 30,
    verifyDays: 7,
    clock: now,
  };
}
