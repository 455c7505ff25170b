import { fromBase64, joinBytes, toHex, utf8 } from "./bytes.ts";

const KEY_BYTES = 32;
const INFO = "balai sealed stream 1";

/** How a stream's header says which key opens it: an installation's backup key, or a passphrase and its cost. */
export type KeyNote =
  | { kind: "backup"; id: string }
  | { kind: "scrypt"; n: number; r: number; p: number; salt: string };

/** 32 secret bytes and what a header says of them. */
export interface SealKey {
  note: KeyNote;
  raw: Uint8Array<ArrayBuffer>;
}

/** Finds the key that a header asks for, or null where it is not at hand. */
export type FindKey = (note: KeyNote) => Promise<SealKey | null>;

/** Keys of an installation: the present one seals, all open. */
export interface BackupKeys {
  present(): Promise<SealKey>;
  find: FindKey;
}

/** A sealed stream can't be opened: changed, cut off, out of order, or its key is not at hand. Never says what it holds. */
export class SealError extends Error {
  override name = "SealError";
}

/**
 * Reads BACKUP_KEY: base64 of 32 bytes, older keys after it, separated by commas.
 * @throws SealError where it is empty or malformed; the sentence holds no part of a key
 */
export function readBackupKeys(text: string): BackupKeys {
  const parts = text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  const raws = parts.map(decodeKey);
  const [first] = raws;
  if (!first) throw new SealError("BACKUP_KEY is not set");
  return {
    present: () => backupKey(first),
    find: async (note) => {
      if (note.kind !== "backup") return null;
      for (const raw of raws) {
        const key = await backupKey(raw);
        if (key.note.kind === "backup" && key.note.id === note.id) return key;
      }
      return null;
    },
  };
}

function decodeKey(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) throw new SealError("BACKUP_KEY is not base64 of 32 bytes");
  return fromBase64(text);
}

/** The id is a hash, so that a backup under another key is told from a damaged one. */
async function backupKey(raw: Uint8Array<ArrayBuffer>): Promise<SealKey> {
  const label = utf8("balai backup key id");
  const hash = await crypto.subtle.digest("SHA-256", joinBytes([label, raw]));
  return { raw, note: { kind: "backup", id: toHex(new Uint8Array(hash, 0, 8)) } };
}

/** The key of one stream (HKDF-SHA-256, RFC 5869): no two streams share one, so that no nonce can meet another. */
export async function streamKey(
  raw: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  if (raw.length !== KEY_BYTES) throw new SealError("a key has 32 bytes");
  const base = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info: utf8(INFO) };
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}
