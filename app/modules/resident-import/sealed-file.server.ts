import type { VillageCtx } from "#app/context.ts";
import { openBytes, sealBytes } from "#app/platform/files/seal-bytes.ts";
import { IMPORT_FILE_FIELD } from "./sealed-fields.ts";

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
  const whole = await sealBytes(ctx.keys, IMPORT_FILE_FIELD, bytes);
  await ctx.files.put(key, whole, TYPE);
  return whole.length;
}

/** The file as it came; null where it is gone. */
export async function getSealedFile(
  ctx: Pick<VillageCtx, "keys" | "files">,
  key: string,
): Promise<Uint8Array | null> {
  const stored = await ctx.files.get(key);
  return stored && openBytes(ctx.keys, IMPORT_FILE_FIELD, stored.bytes);
}
