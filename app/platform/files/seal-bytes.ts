import type { Keys } from "#app/platform/keys/keys.ts";
import { fromBase64, joinBytes, toBase64 } from "#db/sealed/bytes.ts";

const PIECE_BYTES = 192 * 1024;
const LINE_END = 0x0a;

/**
 * Seals a file piece by piece, one line each, under its owner's key: for files full of identifiers that lie in the file
 * store for a while.
 * @param field the name under which it opens again
 */
export async function sealBytes(
  keys: Pick<Keys, "seal">,
  field: string,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = toBase64(bytes.slice(at, at + PIECE_BYTES));
    pieces.push(new TextEncoder().encode(`${await keys.seal(field, piece)}\n`));
  }
  return joinBytes(pieces);
}

/** The file as it was. @throws KeyError as `Keys.open` says */
export async function openBytes(
  keys: Pick<Keys, "open">,
  field: string,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < sealed.length; ) {
    const end = sealed.indexOf(LINE_END, at);
    const line = sealed.subarray(at, end < 0 ? sealed.length : end);
    pieces.push(fromBase64(await keys.open(field, new TextDecoder().decode(line))));
    at += line.length + 1;
  }
  return joinBytes(pieces);
}
