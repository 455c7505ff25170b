import type { VillageCtx } from "#app/context.ts";
import { bytesToHex, newId, newToken } from "#app/platform/ids.ts";
import { files } from "#db/village/schema/village.ts";
import type { FileRow } from "./store-upload.ts";

/**
 * Stores a file that Balai made or was given by another service, and that no record points to yet. The row is written
 * first, then the bytes; whoever points a record to it sets `attachedAt`, and a row that nothing points to is swept.
 */
export async function keepMadeFile(
  ctx: Pick<VillageCtx, "db" | "files" | "now" | "tenant">,
  bytes: Uint8Array<ArrayBuffer>,
  { purpose, name, mediaType, createdBy }: Pick<FileRow, "purpose" | "name" | "mediaType" | "createdBy">,
): Promise<FileRow> {
  const row: FileRow = {
    id: newId(ctx.now),
    storageKey: `${ctx.tenant.villageId}/${newToken()}`,
    name,
    mediaType,
    sizeBytes: bytes.byteLength,
    sha256: bytesToHex(await crypto.subtle.digest("SHA-256", bytes)),
    purpose,
    thumbnailKey: null,
    isPublic: false,
    createdBy,
    createdAt: ctx.now.toISOString(),
    attachedAt: null,
  };
  await ctx.db.insert(files).values(row);
  await ctx.files.put(row.storageKey, bytes, mediaType);
  return row;
}
