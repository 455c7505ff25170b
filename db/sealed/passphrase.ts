import { scrypt } from "node:crypto";
import { fromBase64, toBase64 } from "./bytes.ts";
import { type FindKey, type KeyNote, SealError, type SealKey } from "./seal-key.ts";

/** Cost of one derivation: about 190 ms and 16 MB, as for passwords. */
const COST = { n: 2 ** 14, r: 8, p: 5 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** A file from elsewhere may not ask for more: 256 MB. */
const MAX_MEMORY = 256 * 1024 * 1024;

type ScryptNote = Extract<KeyNote, { kind: "scrypt" }>;

/** A fresh key under a passphrase (scrypt, RFC 7914), NFC and without outer blanks. Check limits before: it is costly. */
export async function newPassphraseKey(passphrase: string): Promise<SealKey> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const note: ScryptNote = { kind: "scrypt", ...COST, salt };
  return { note, raw: await derive(passphrase, note) };
}

/** Finds the key of a stream that a passphrase sealed; a wrong passphrase shows at the first frame. */
export function findByPassphrase(passphrase: string): FindKey {
  return async (note) => (note.kind === "scrypt" ? { note, raw: await derive(passphrase, note) } : null);
}

function derive(passphrase: string, note: ScryptNote): Promise<Uint8Array<ArrayBuffer>> {
  const { n: N, r, p } = note;
  if (128 * N * r > MAX_MEMORY || p > 16) throw new SealError("the passphrase's cost is beyond measure");
  const options = { N, r, p, maxmem: 2 * MAX_MEMORY };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.trim().normalize("NFC"), fromBase64(note.salt), KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(Uint8Array.from(key)),
    );
  });
}
