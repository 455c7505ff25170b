import type { SiteConfig } from "#app/context.ts";
import { bytesToHex } from "../ids.ts";
import { equalBytes } from "../passwords.ts";

/** A signed address works this long. */
export const FILE_ADDRESS_SECONDS = 300;

interface Signing {
  config: SiteConfig;
  /** 32 random bytes in base64. */
  signingKey: string;
  now: Date;
}

/**
 * Address of a stored file on the file host: HMAC-SHA-256 over village, key, account and end of life.
 * The end is rounded up to a full minute, so that pages made within it share an address and the browser's cache.
 * @param storageKey as stored: the village's id, a slash, a random token
 * @throws Error where the key is another village's
 */
export async function signFileAddress(
  signing: Signing,
  villageId: string,
  storageKey: string,
  accountId: string,
): Promise<string> {
  if (!storageKey.startsWith(`${villageId}/`)) throw new Error("a file of another village");
  const minutes = Math.ceil(signing.now.getTime() / 60_000) * 60 + FILE_ADDRESS_SECONDS;
  const mark = await markOf(signing.signingKey, villageId, storageKey, accountId, minutes);
  const query = new URLSearchParams({ a: accountId, s: String(minutes), t: mark });
  const { publicScheme, baseHost } = signing.config;
  return `${publicScheme}://berkas.${baseHost}/${storageKey}?${query}`;
}

/** The file that a request to the file host may have, or null where the signature is missing, wrong or too old. */
export async function readFileAddress(signing: Signing, url: URL): Promise<{ storageKey: string } | null> {
  const storageKey = url.pathname.slice(1);
  const villageId = storageKey.split("/")[0];
  const [accountId, until, mark] = ["a", "s", "t"].map((name) => url.searchParams.get(name));
  if (!villageId || !accountId || !until || !mark || !/^\d{1,12}$/.test(until)) return null;
  if (Number(until) * 1000 < signing.now.getTime()) return null;
  const expected = await markOf(signing.signingKey, villageId, storageKey, accountId, Number(until));
  const encoder = new TextEncoder();
  return equalBytes(encoder.encode(mark), encoder.encode(expected)) ? { storageKey } : null;
}

async function markOf(
  key: string,
  village: string,
  storageKey: string,
  account: string,
  until: number,
): Promise<string> {
  const raw = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  const hmac = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const text = JSON.stringify([village, storageKey, account, until]);
  return bytesToHex(await crypto.subtle.sign("HMAC", hmac, new TextEncoder().encode(text)));
}
