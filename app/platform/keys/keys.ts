import { addDataKeys, type DataKeyRow, selectDataKeys } from "#db/directory/data-keys.ts";
import type { DirectoryDb } from "#db/open.ts";
import { toBase64Url } from "./base64url.ts";
import { bytesOf, decrypt, encrypt, importCipherKey, KeyError } from "./cipher.ts";
import { keyIdOf, presentKey } from "./key-rules.ts";
import type { MasterKeys } from "./master-keys.ts";
import { newDataKeys } from "./new-data-keys.ts";

/** Owner of the keys under which the directory's own fields are sealed. */
export const DIRECTORY_OWNER = "direktori";

/** 128 bits: two values share an index with a chance of one in 2^64 at four billion values. */
const INDEX_BYTES = 16;

/**
 * Seals, opens and finds the fields of one owner: a village, or the directory. `field` is a declared name
 * (`accounts.phone`) and a part of what is sealed: a value opens in its own field and for its own owner alone.
 */
export interface Keys {
  owner: string;
  /** `{key id}.{base64url}`, another text each time. */
  seal(field: string, plain: string): Promise<string>;
  /** @throws KeyError where the text was changed, belongs to another field or owner, or its key is gone */
  open(field: string, sealed: string): Promise<string>;
  /** Blind index to store beside a sealed value: the same for the same text. Normalise first. */
  index(field: string, normalised: string): Promise<string>;
  /** Every index under which this text may be stored: look up by these, since a rotation may be under way. */
  indexes(field: string, normalised: string): Promise<string[]>;
  /** Ids of the keys that seal and index now. */
  presentIds(): Promise<{ seal: string; index: string }>;
}

/** What an isolate remembers of an owner's keys. Bounded by who remembers it: a tenant, or a cache of owners. */
export interface KeyRing {
  rows: readonly DataKeyRow[] | null;
  usable: Map<string, CryptoKey>;
}

export function newKeyRing(rows: readonly DataKeyRow[] | null = null): KeyRing {
  return { rows, usable: new Map() };
}

export interface KeyDeps {
  masterKeys: MasterKeys;
  directory: DirectoryDb;
  now: Date;
}

/**
 * The keys of one owner. They are read at their first use unless the ring knows them, and made where the owner has
 * none: at most one round trip to the directory, and one more where a value names a key that is not known yet.
 */
export function createKeys(deps: KeyDeps, owner: string, ring: KeyRing = newKeyRing()): Keys {
  let reading: Promise<readonly DataKeyRow[]> | null = null;
  const load = () => {
    reading ??= readRows(deps.directory, owner, ring).finally(() => {
      reading = null;
    });
    return reading;
  };
  const present = async (purpose: DataKeyRow["purpose"]) => {
    const known = presentKey(ring.rows ?? (await load()), purpose);
    if (known) return known;
    const first = await newDataKeys(deps.masterKeys, owner, ["seal", "index"]);
    ring.rows = await addDataKeys(deps.directory, owner, first, { mostLive: 1, now: deps.now });
    const made = presentKey(ring.rows, purpose);
    if (!made) throw new KeyError(`no ${purpose} key of ${owner}`);
    return made;
  };
  const named = async (id: string) => {
    const row = ring.rows?.find((each) => each.id === id) ?? (await load()).find((each) => each.id === id);
    if (row?.purpose !== "seal") throw new KeyError(`${owner} has no key ${id}`);
    return row;
  };
  const mark = async (row: DataKeyRow, field: string, text: string) => {
    const key = await indexKey(deps.masterKeys, ring, row, field);
    const whole = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
    return `${row.id}.${toBase64Url(new Uint8Array(whole, 0, INDEX_BYTES))}`;
  };
  return {
    owner,
    seal: async (field, plain) => {
      const row = await present("seal");
      const key = await sealKey(deps.masterKeys, ring, row);
      const bytes = new TextEncoder().encode(plain) as Uint8Array<ArrayBuffer>;
      return `${row.id}.${await encrypt(key, contextOf(row, field), bytes)}`;
    },
    open: async (field, sealed) => {
      const id = keyIdOf(sealed);
      if (!id) throw new KeyError(`not a sealed value of ${owner}, ${field}`);
      const row = await named(id);
      const key = await sealKey(deps.masterKeys, ring, row);
      const bytes = await decrypt(key, contextOf(row, field), sealed.slice(id.length + 1));
      return new TextDecoder().decode(bytes);
    },
    presentIds: async () => ({ seal: (await present("seal")).id, index: (await present("index")).id }),
    index: async (field, normalised) => mark(await present("index"), field, normalised),
    indexes: async (field, normalised) => {
      await present("index");
      const rows = (ring.rows ?? []).filter((row) => row.purpose === "index");
      return Promise.all(rows.map((row) => mark(row, field, normalised)));
    },
  };
}

async function readRows(
  directory: DirectoryDb,
  owner: string,
  ring: KeyRing,
): Promise<readonly DataKeyRow[]> {
  ring.rows = await selectDataKeys(directory, owner);
  return ring.rows;
}

function contextOf(row: DataKeyRow, field: string): string[] {
  return [row.owner, field, row.id];
}

// Keys are kept, not promises of them: a promise of one request can't be awaited in another one's.
async function sealKey(masterKeys: MasterKeys, ring: KeyRing, row: DataKeyRow): Promise<CryptoKey> {
  const kept = ring.usable.get(row.id);
  if (kept) return kept;
  const key = await importCipherKey(await masterKeys.unwrap(row));
  ring.usable.set(row.id, key);
  return key;
}

/** Each field has an index key of its own, derived from the owner's (HKDF-SHA-256, RFC 5869). */
async function indexKey(
  masterKeys: MasterKeys,
  ring: KeyRing,
  row: DataKeyRow,
  field: string,
): Promise<CryptoKey> {
  const name = `${row.id}:${field}`;
  const kept = ring.usable.get(name);
  if (kept) return kept;
  const base = await crypto.subtle.importKey("raw", await masterKeys.unwrap(row), "HKDF", false, [
    "deriveKey",
  ]);
  const derivation = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: bytesOf([row.owner, field]),
  };
  const shape = { name: "HMAC", hash: "SHA-256", length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, base, shape, false, ["sign"]);
  ring.usable.set(name, key);
  return key;
}
