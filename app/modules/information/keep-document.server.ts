import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { attachFile, detachFile } from "#app/platform/files/attach-file.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { publicDocuments } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { PUBLIC_FILE } from "./answer-file.ts";
import { isFilePublic, isWithheld } from "./document-rules.ts";
import { getDocument } from "./documents.server.ts";
import type { DocumentInput, SaveDocumentInput } from "./input.ts";
import { DOCUMENT_WORDS } from "./words.ts";

/** Puts a document on the list of public information. */
export async function addDocument(ctx: OfficeCtx, input: DocumentInput): Promise<{ id: string }> {
  requirePermission(ctx, "information.handle");
  refuseWithheldFile(input);
  return write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const fileId = await changeFile(ctx, tx, null, input);
    const by = { createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at };
    await tx.insert(publicDocuments).values({ id, ...columnsOf(input), fileId, ...by });
    const details = { judul: input.judul };
    await audit({ action: "public-document.add", entity: "public-document", entityId: id, details });
    return { id };
  });
}

/** Changes a document; its file is open to everybody only while the list shows it and nothing withholds it. */
export async function saveDocument(ctx: OfficeCtx, id: string, input: SaveDocumentInput): Promise<void> {
  requirePermission(ctx, "information.handle");
  refuseWithheldFile(input);
  await write(ctx, async ({ tx, audit }) => {
    const row = await getDocument(tx, id, input.versi);
    const fileId = await changeFile(ctx, tx, row.fileId, input);
    await tx
      .update(publicDocuments)
      .set({
        ...columnsOf(input),
        fileId,
        updatedAt: ctx.now.toISOString(),
        version: row.version + 1,
      })
      .where(eq(publicDocuments.id, id));
    const details = { judul: input.judul };
    await audit({ action: "public-document.save", entity: "public-document", entityId: id, details });
    return null;
  });
}

function refuseWithheldFile({ kelas, berkas }: DocumentInput): void {
  if (berkas && isWithheld(kelas)) throw new FieldError("berkas", DOCUMENT_WORDS.noFileWhenWithheld);
}

function columnsOf(input: DocumentInput) {
  const withheld = isWithheld(input.kelas);
  return {
    class: input.kelas,
    title: input.judul,
    summary: input.ringkasan,
    year: input.tahun,
    ground: withheld ? input.dasar : null,
    withheldUntil: withheld ? input.ditutup_sampai : null,
    isPublic: input.umumkan,
  };
}

async function changeFile(
  ctx: OfficeCtx,
  tx: VillageTx,
  before: string | null,
  input: DocumentInput,
): Promise<string | null> {
  const fileId = input.berkas ?? before;
  if (input.berkas) {
    const by = { accountId: ctx.actor.accountId, now: ctx.now };
    await attachFile(tx, input.berkas, PUBLIC_FILE.purpose, by);
    if (before) await letGo(tx, before);
  }
  if (!fileId) return null;
  if (isWithheld(input.kelas)) {
    await letGo(tx, fileId);
    return null;
  }
  const isPublic = isFilePublic({ class: input.kelas, isPublic: input.umumkan });
  await tx.update(files).set({ isPublic }).where(eq(files.id, fileId));
  return fileId;
}

async function letGo(tx: VillageTx, fileId: string): Promise<void> {
  await tx.update(files).set({ isPublic: false }).where(eq(files.id, fileId));
  await detachFile(tx, fileId);
}
