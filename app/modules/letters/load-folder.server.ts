import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordEach } from "#app/platform/access-log.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { mergePdfs } from "#app/platform/pdf/merge-pdfs.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { letters } from "#db/village/schema/letters.ts";
import { readLetterFile } from "./complete-version.server.ts";
import { FOLDER_WORDS } from "./folder-words.ts";
import { listColumns } from "./list-letters.server.ts";
import { printsOf, selectPrints } from "./print-jobs.server.ts";
import { openContent } from "./queries.server.ts";
import { isPaperOpen } from "./reading-rules.ts";

/** Letters that a request reads and joins at once; more are made into a file by a job. */
export const PRINT_AT_ONCE = 25;
/** Letters of the folder, and of one file. */
const MOST = 100;

/** What the folder's list shows, and what it takes to tell whose paper it is. */
function selectPapers({ db, actor }: OfficeCtx, condition: SQL | undefined) {
  const isAddressee = sql<number>`EXISTS (SELECT 1 FROM incoming_letters i
    JOIN dispositions d ON d.incoming_id = i.id AND d.to_account_id = ${actor.accountId}
    WHERE i.answered_by_letter_id = letters.id)`;
  const { signerName, channel, contentSealed } = letters;
  return db
    .select({ ...listColumns, signerName, channel, contentSealed, isAddressee })
    .from(letters)
    .where(condition)
    .orderBy(asc(letters.promisedAt), asc(letters.id))
    .limit(MOST);
}
type PaperRow = Awaited<ReturnType<typeof selectPapers>>[number];

const isInFolder = and(eq(letters.state, "waiting"), eq(letters.signatureKind, "wet"));

/** Letters that wait for a pen, the one promised first on top, with what whoever looks may print of them. */
export async function loadFolder(ctx: OfficeCtx) {
  const { papers, prints } = await readTogether(ctx.db, {
    papers: reading([selectPapers(ctx, isInFolder)], ([rows]) => rows),
    prints: reading([selectPrints(ctx.db, ctx.actor.accountId)], ([rows]) => printsOf(rows, ctx.now)),
  });
  const rows = await Promise.all(
    papers.map(async ({ contentSealed, channel: _, isAddressee, ...row }) => ({
      ...row,
      isPrintable: await isOpenTo(ctx, { ...row, contentSealed, channel: _, isAddressee }),
    })),
  );
  return { rows, prints };
}

/** Ids of the folder's letters whose paper the actor may open, in the order of the list. */
export async function listPrintable(ctx: OfficeCtx): Promise<string[]> {
  return openIds(ctx, await selectPapers(ctx, isInFolder));
}

/** May the actor open the paper of each of these letters now, wherever they are by now? */
export async function areAllOpen(ctx: OfficeCtx, ids: readonly string[]): Promise<boolean> {
  const rows = await selectPapers(ctx, inArray(letters.id, [...ids]));
  return (await openIds(ctx, rows)).length === ids.length;
}

/** The folder's papers as one file, in the order of the list; each letter's opening is in the access log. */
export async function printFolder(ctx: OfficeCtx): Promise<Uint8Array<ArrayBuffer>> {
  const ids = await listPrintable(ctx);
  if (ids.length === 0) throw new NotFoundError(FOLDER_WORDS.empty);
  if (ids.length > PRINT_AT_ONCE) throw new ConflictError(FOLDER_WORDS.tooMany(PRINT_AT_ONCE));
  await recordFolder(ctx, ids);
  const papers: Uint8Array<ArrayBuffer>[] = [];
  for (const id of ids) papers.push(await readLetterFile(ctx, id));
  return mergePdfs(papers);
}

/** A row of the access log for each letter that a file of the folder holds. */
export function recordFolder(ctx: OfficeCtx, ids: readonly string[]): Promise<void> {
  return recordEach(ctx.db, ctx, { kind: "export", what: "letters.folder-pdf", subject: "letter" }, ids);
}

async function openIds(ctx: OfficeCtx, rows: readonly PaperRow[]): Promise<string[]> {
  const open = await Promise.all(rows.map((row) => isOpenTo(ctx, row)));
  return rows.filter((_, at) => open[at]).map(({ id }) => id);
}

async function isOpenTo(ctx: OfficeCtx, row: PaperRow): Promise<boolean> {
  const content = await openContent(ctx, row);
  return isPaperOpen(row, content, { ...ctx.actor, isAddressee: row.isAddressee === 1 });
}
