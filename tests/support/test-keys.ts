import { createKeys, DIRECTORY_OWNER, type KeyRing } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import type { DirectoryDb } from "#db/open.ts";

/** The master keys of every test that starts no app; no secret. */
export const TEST_MASTER_KEYS = `uji:${Buffer.alloc(32, 9).toString("base64")}`;

const masterKeys = readMasterKeys(TEST_MASTER_KEYS);

/** What keys of any owner are made from. */
export function testKeyDeps(directory: DirectoryDb, now: Date) {
  return { masterKeys, directory, now };
}

/** What contexts carry of keys, under the tests' master key. */
export function testKeys(directory: DirectoryDb, now: Date) {
  const deps = testKeyDeps(directory, now);
  return {
    directoryKeys: createKeys(deps, DIRECTORY_OWNER),
    keysOf: (villageId: string, ring?: KeyRing) => createKeys(deps, villageId, ring),
  };
}
