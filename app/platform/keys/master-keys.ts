import { fromBase64Url } from "./base64url.ts";
import { decrypt, encrypt, importCipherKey, KEY_BYTES, KeyError } from "./cipher.ts";

/** What wraps data keys. It never lies in a database. */
export interface MasterKeys {
  /** Id of the key that wraps from now on; the others only unwrap. */
  presentId: string;
  /** The data key under the present master key. */
  wrap(name: DataKeyName, raw: Uint8Array<ArrayBuffer>): Promise<{ wrapped: string; masterKeyId: string }>;
  /** @throws KeyError where the master key is not among these, or the row was changed or moved to another owner */
  unwrap(row: DataKeyName & { wrapped: string; masterKeyId: string }): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a wrapped key is bound to. */
export interface DataKeyName {
  id: string;
  owner: string;
  purpose: string;
}

/**
 * Reads MASTER_KEYS: `id:base64 of 32 bytes`, several separated by commas, the present one first.
 * @throws KeyError where it is empty or malformed; the sentence holds no part of a key
 */
export function readMasterKeys(text: string): MasterKeys {
  const keys = new Map<string, () => Promise<CryptoKey>>();
  for (const part of text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, id, encoded] = /^([\w-]{1,32}):([\w+/=-]+)$/.exec(part) ?? [];
    if (!id || !encoded || keys.has(id)) throw new KeyError("MASTER_KEYS: id:base64, each id once");
    keys.set(id, lazyKey(id, encoded));
  }
  const [presentId] = keys.keys();
  if (!presentId) throw new KeyError("MASTER_KEYS is not set");
  const keyOf = (id: string) => {
    const key = keys.get(id);
    if (!key) throw new KeyError(`MASTER_KEYS lacks the key ${id}`);
    return key();
  };
  return {
    presentId,
    wrap: async (name, raw) => ({
      wrapped: await encrypt(await keyOf(presentId), contextOf(name), raw),
      masterKeyId: presentId,
    }),
    unwrap: async (row) => decrypt(await keyOf(row.masterKeyId), contextOf(row), row.wrapped),
  };
}

function lazyKey(id: string, encoded: string): () => Promise<CryptoKey> {
  const raw = decodeKey(encoded);
  if (raw?.length !== KEY_BYTES) throw new KeyError(`MASTER_KEYS: the key ${id} is not base64 of 32 bytes`);
  let imported: CryptoKey | null = null;
  return async () => {
    imported ??= await importCipherKey(raw);
    return imported;
  };
}

function decodeKey(encoded: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64Url(encoded);
  } catch {
    return null;
  }
}

function contextOf({ owner, purpose, id }: DataKeyName): string[] {
  return ["data-key", owner, purpose, id];
}
