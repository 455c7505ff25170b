import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { requireRoom } from "#app/platform/files/quota.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import { bytesToHex, newId, newToken } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { write } from "#app/platform/write.ts";
import { residentImports } from "#db/village/schema/population.ts";
import { files } from "#db/village/schema/village.ts";
import type { StartImportInput } from "./input.ts";
import { selectOpenImport } from "./queries.server.ts";
import { openTable, type TableFormat } from "./read-table.ts";
import { putSealedFile } from "./sealed-file.server.ts";
import { requireTermsOfForm } from "./terms.server.ts";
import { wakeImport } from "./wake-import.server.ts";
import { FILE_ERRORS, IMPORT_WORDS } from "./words.ts";

export const IMPORT_PURPOSE = "resident-import";
const SEALED_TYPE = "application/octet-stream";

/**
 * Takes a file of residents in: it is read once to refuse at the field what can't be read, put away sealed, and staged
 * by the job. The register does not change.
 */
export async function startImport(ctx: OfficeCtx, input: StartImportInput): Promise<{ id: string }> {
  requirePermission(ctx, "population.import");
  if (!input.berkas) throw new FieldError(FILE_FIELD, IMPORT_WORDS.fileMissing);
  if (input.tanggal > dayIn(ctx.tenant.timeZone, ctx.now))
    throw new FieldError("tanggal", IMPORT_WORDS.dayInFuture);
  await requireTermsOfForm(ctx, ctx.db);
  const file = input.berkas;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = surveyFile(bytes);
  const fileId = await storeFile(ctx, file, bytes);
  const id = await write(ctx, async ({ tx, audit }) => {
    await requireTermsOfForm(ctx, tx);
    if ((await selectOpenImport(tx)).length > 0) throw new ConflictError(IMPORT_WORDS.openAlready);
    await attachFile(tx, fileId, IMPORT_PURPOSE, { accountId: ctx.actor.accountId, now: ctx.now });
    const row = newImport(ctx, fileNameOf(file), found, { fileId, asOf: input.tanggal });
    await tx.insert(residentImports).values(row);
    const details = { berkas: row.fileName, baris: found.rowCount, keadaan: input.tanggal };
    await audit({ action: "resident-import.start", entity: "resident_import", entityId: row.id, details });
    return row.id;
  });
  await wakeImport(ctx);
  return { id };
}

function newImport(
  ctx: OfficeCtx,
  fileName: string,
  found: ReturnType<typeof surveyFile>,
  { fileId, asOf }: { fileId: string; asOf: string },
): typeof residentImports.$inferInsert {
  const at = ctx.now.toISOString();
  return {
    id: newId(ctx.now),
    fileId,
    fileName,
    ...found,
    state: "reading",
    mapping: { columns: {}, sees: seenBy(ctx) },
    asOf,
    createdBy: ctx.actor.accountId,
    createdAt: at,
    updatedAt: at,
  };
}

/** Permissions of a person to see protected data. */
export function seenBy({ actor }: OfficeCtx): string[] {
  return [...actor.permissions].filter((permission) => permission.startsWith("data."));
}

/** What the file is and how many rows it has. @throws FieldError where it can't be read to its end */
function surveyFile(bytes: Uint8Array): { format: TableFormat; headings: string[]; rowCount: number } {
  try {
    const { format, headings, rows } = openTable(bytes);
    let rowCount = 0;
    for (const _ of rows) rowCount++;
    if (rowCount === 0) throw new FieldError(FILE_FIELD, IMPORT_WORDS.noRows);
    return { format, headings: headings.map((text) => text.slice(0, 100)), rowCount };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new FieldError(FILE_FIELD, FILE_ERRORS[error.code](error.row));
  }
}

/** The row first, then the bytes: of a crash between an unattached row is left, which the sweep removes. */
async function storeFile(ctx: OfficeCtx, file: File, bytes: Uint8Array): Promise<string> {
  const row = {
    id: newId(ctx.now),
    storageKey: `${ctx.tenant.villageId}/${newToken()}`,
    name: fileNameOf(file),
    mediaType: SEALED_TYPE,
    sizeBytes: bytes.length,
    sha256: bytesToHex(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)),
    purpose: IMPORT_PURPOSE,
    isPublic: false,
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now.toISOString(),
  };
  await write({ ...ctx, submitKey: null }, async ({ tx, audit }) => {
    await requireRoom(tx, ctx.tenant, row.sizeBytes);
    await tx.insert(files).values(row);
    const details = { purpose: row.purpose, sizeBytes: row.sizeBytes };
    await audit({ action: "file.store", entity: "file", entityId: row.id, details });
    return row.id;
  });
  await putSealedFile(ctx, row.storageKey, bytes);
  return row.id;
}

/** The name that the sender's device gave, without folders and control characters. */
function fileNameOf(file: File): string {
  const base = file.name.split(/[/\\]/).at(-1) ?? "";
  return Array.from(base.replace(/\p{C}/gu, "").trim()).slice(-80).join("") || "berkas";
}
