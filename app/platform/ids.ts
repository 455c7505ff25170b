import { newId } from "#db/ids.ts";

export { newId };

/** An unguessable token of 160 bits, as 32 letters that survive being read aloud (no 0/o, 1/l). */
export function newToken(): string {
  const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join("");
}

/** SHA-256 of a text as lower-case hex: the form in which tokens are stored. */
export async function sha256Hex(text: string): Promise<string> {
  return bytesToHex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** Lower-case hex of a buffer. */
export function bytesToHex(buffer: ArrayBuffer | Uint8Array): string {
  const bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The eight letters of a request id that a person reads out over the phone; they stand in the log line of the error. */
export function helpCodeOf(requestId: string): string {
  return requestId.replaceAll("-", "").slice(-8).toUpperCase();
}
