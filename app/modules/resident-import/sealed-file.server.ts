import type { VillageCtx } from "#app/context.ts";
import { fromBase64, joinBytes, toBase64 } from "#db/sealed/bytes.ts";
import { IMPORT_FILE_FIELD } from "./sealed-fields.ts";

const PIECE_BYTES = 192 * 1024;
const TYPE = "application/octet-stream";

/**
 * Puts an uploaded register away sealed under the village's key, piece by piece: it is full of NIK, and lies there only
 * until its rows are staged.
 */
export async function putSealedFile(
  ctx: Pick<VillageCtx, "keys" | "files">,
  key: string,
  bytes: Uint8Array,
): Promise<number> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = toBase64(bytes.slice(at, at + PIECE_BYTES));
    pieces.push(new TextEncoder().encode(`${await ctx.keys.seal(IMPORT_FILE_FIELD, piece)}\n`));
  }
  const whole = joinBytes(pieces);
  await ctx.files.put(key, whole, TYPE);
  return whole.length;
}

/** The file as it came; null where it is gone. */
export async function getSealedFile(
  ctx: Pick<VillageCtx, "keys" | "files">,
  key: string,
): Promise<Uint8Array | null> {
  const stored = await ctx.files.get(key);
  if (!stored) return null;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < stored.bytes.length; ) {
    const end = stored.bytes.indexOf(0x0a, at);
    const line = stored.bytes.subarray(at, end < 0 ? stored.bytes.length : end);
    pieces.push(fromBase64(await ctx.keys.open(IMPORT_FILE_FIELD, new TextDecoder().decode(line))));
    at += line.length + 1;
  }
  return joinBytes(pieces);
}
