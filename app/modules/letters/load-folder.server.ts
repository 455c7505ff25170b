import { and, asc, eq, inArray } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { mergePdfs } from "#app/platform/pdf/merge-pdfs.ts";
import { letters } from "#db/village/schema/letters.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { readLetterFile } from "./complete-version.server.ts";
import { listColumns } from "./list-letters.server.ts";

/** Letters that are printed in one go: what a request can read and join. */
export const PRINT_AT_ONCE = 25;
const MOST = 100;

/** Letters that wait for a pen, the one promised first on top. */
export async function loadFolder(ctx: OfficeCtx) {
  return ctx.db
    .select({ ...listColumns, version: letters.version, signerName: letters.signerName })
    .from(letters)
    .where(and(eq(letters.state, "waiting"), eq(letters.signatureKind, "wet")))
    .orderBy(asc(letters.promisedAt), asc(letters.id))
    .limit(MOST);
}

/** Their papers as one file, in the order of the list; each opening is in the access log. */
export async function printFolder(ctx: OfficeCtx, part: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = (await loadFolder(ctx)).slice((part - 1) * PRINT_AT_ONCE, part * PRINT_AT_ONCE);
  if (rows.length === 0) throw new NotFoundError(LETTER_WORDS.gone);
  const ids = rows.map(({ id }) => id);
  const known = await ctx.db.select({ id: letters.id }).from(letters).where(inArray(letters.id, ids));
  await recordAccess(ctx.db, ctx, { kind: "export", what: "letters.folder-pdf", rowCount: known.length });
  const papers: Uint8Array<ArrayBuffer>[] = [];
  for (const id of ids) papers.push(await readLetterFile(ctx, id));
  return mergePdfs(papers);
}
