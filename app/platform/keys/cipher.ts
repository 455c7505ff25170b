import { fromBase64Url, toBase64Url } from "./base64url.ts";

const IV_BYTES = 12;
export const KEY_BYTES = 32;

/** A protected value can't be read: it was changed, belongs elsewhere, or its key is gone. Never says what it holds. */
export class KeyError extends Error {
  override name = "KeyError";
}

/** The usable form of 32 bytes for AES-256-GCM. */
export function importCipherKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/**
 * AES-256-GCM with a fresh random iv of 96 bits and a mark of 128 (NIST SP 800-38D).
 * @param context what the ciphertext belongs to; it opens under the very same alone
 * @returns base64url of iv and ciphertext
 */
export async function encrypt(
  key: CryptoKey,
  context: readonly string[],
  plain: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bytesOf(context) },
    key,
    plain,
  );
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), IV_BYTES);
  return toBase64Url(whole);
}

/**
 * What `encrypt` was given.
 * @throws KeyError for any other key, context or text
 */
export async function decrypt(
  key: CryptoKey,
  context: readonly string[],
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const whole = fromBase64Url(text);
    const iv = whole.subarray(0, IV_BYTES);
    const options = { name: "AES-GCM", iv, additionalData: bytesOf(context) };
    return new Uint8Array(await crypto.subtle.decrypt(options, key, whole.subarray(IV_BYTES)));
  } catch {
    throw new KeyError(`can't open a value of ${context.slice(0, 2).join(", ")}`);
  }
}

/** Unambiguous bytes of a list of texts. */
export function bytesOf(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(parts)) as Uint8Array<ArrayBuffer>;
}
