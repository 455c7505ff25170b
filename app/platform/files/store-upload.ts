import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import { bytesToHex, newId, newToken } from "#app/platform/ids.ts";
import { write } from "#app/platform/write.ts";
import { files } from "#db/village/schema/village.ts";
import type { AcceptedKind } from "./accepted-kinds.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { ANYBODY, requireRoom, requireShare } from "./quota.ts";
import { FILE_WORDS } from "./words.ts";

export interface UploadRules {
  /** What the file is for, e.g. `emblem`, `evidence`; only this purpose may attach it. */
  purpose: string;
  accept: readonly AcceptedKind[];
  /** May anybody see it on the village's public pages? */
  isPublic?: boolean;
}

export type FileRow = typeof files.$inferSelect;

/**
 * Stores an uploaded file that no record points to yet. The row is written first, then the bytes: a crash between
 * leaves an unattached row that the sweep removes after 7 days, never bytes that nothing knows of.
 * @throws FieldError at `berkas` where the file, the village's room or a store that fails doesn't allow it; then nothing
 *   is kept but, of a store that failed, that row
 */
export async function storeUpload(ctx: VillageCtx, file: File, rules: UploadRules): Promise<FileRow> {
  const { bytes, mediaType } = inspectUpload(new Uint8Array(await file.arrayBuffer()), rules.accept);
  const row: FileRow = {
    id: newId(ctx.now),
    storageKey: `${ctx.tenant.villageId}/${newToken()}`,
    name: fileNameOf(file),
    mediaType,
    sizeBytes: bytes.byteLength,
    sha256: bytesToHex(await crypto.subtle.digest("SHA-256", bytes)),
    purpose: rules.purpose,
    thumbnailKey: null,
    isPublic: rules.isPublic ?? false,
    createdBy: senderOf(ctx),
    createdAt: ctx.now.toISOString(),
    attachedAt: null,
  };
  await recordFile(ctx, row);
  await putBytes(ctx, row, bytes);
  return row;
}

async function putBytes(ctx: VillageCtx, row: FileRow, bytes: Uint8Array): Promise<void> {
  try {
    await ctx.files.put(row.storageKey, bytes, row.mediaType);
  } catch (error) {
    ctx.log.error("file-store.failed", error);
    throw new FieldError(FILE_FIELD, FILE_WORDS.storeDown);
  }
}

/** The form's submit key belongs to the verb that attaches the file, so it stays out of this write. */
async function recordFile(ctx: VillageCtx, row: FileRow): Promise<void> {
  await write({ ...ctx, submitKey: null }, async ({ tx, audit }) => {
    await requireRoom(tx, ctx.tenant, row.sizeBytes);
    if (!ctx.actor) await requireShare(tx, ctx.tenant, row);
    await tx.insert(files).values(row);
    const details = { purpose: row.purpose, mediaType: row.mediaType, sizeBytes: row.sizeBytes };
    await audit({ action: "file.store", entity: "file", entityId: row.id, details });
    return row.id;
  });
}

/** Under whose name a sent file stands until a record takes it: his account, or nobody's where anybody may send. */
export function senderOf({ actor, resident }: Pick<VillageCtx, "actor" | "resident">): string {
  return actor?.accountId ?? resident?.accountId ?? ANYBODY;
}

/** The name that the sender's device gave, without folders and control characters. */
function fileNameOf(file: File): string {
  const base = file.name.split(/[/\\]/).at(-1) ?? "";
  const clean = base.replace(/\p{C}/gu, "").trim().slice(-120);
  return clean || "berkas";
}
