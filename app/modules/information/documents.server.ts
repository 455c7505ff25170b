import { asc, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { publicDocuments } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { DOCUMENT_WORDS } from "./words.ts";

export type DocumentRow = typeof publicDocuments.$inferSelect;

const MOST = 300;

/** A document as a form's person saw it. @throws NotFoundError, ConflictError where it was changed since */
export async function getDocument(tx: VillageTx, id: string, version: number): Promise<DocumentRow> {
  const [row] = await tx.select().from(publicDocuments).where(eq(publicDocuments.id, id));
  if (!row) throw new NotFoundError(DOCUMENT_WORDS.gone);
  if (row.version !== version) throw new ConflictError(DOCUMENT_WORDS.stale);
  return row;
}

/** Documents with their files in the order of the list. */
export function selectDocuments(db: VillageDb) {
  return db
    .select({ document: publicDocuments, file: files })
    .from(publicDocuments)
    .leftJoin(files, eq(files.id, publicDocuments.fileId))
    .orderBy(asc(publicDocuments.class), desc(publicDocuments.year), asc(publicDocuments.title))
    .limit(MOST);
}

/** The whole list for the office. */
export async function listDocuments(ctx: OfficeCtx) {
  requirePermission(ctx, "information.handle");
  const rows = await selectDocuments(ctx.db);
  return rows.map(({ document, file }) => ({ ...document, hasFile: file !== null }));
}

/** One document for its form. */
export async function loadDocument(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "information.handle");
  const [row] = await ctx.db
    .select({ document: publicDocuments, file: files })
    .from(publicDocuments)
    .leftJoin(files, eq(files.id, publicDocuments.fileId))
    .where(eq(publicDocuments.id, id));
  if (!row) throw new NotFoundError(DOCUMENT_WORDS.gone);
  const file = row.file && {
    name: row.file.name,
    href: await ctx.fileUrl(row.file, ctx.actor.accountId),
  };
  return { document: row.document, file };
}
