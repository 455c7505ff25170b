import { and, asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { CODE_LISTS } from "#app/modules/population/code-lists.ts";
import { isMinor } from "#app/modules/population/person-rules.ts";
import { maySee } from "#app/modules/population/visible-rules.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { understand } from "./check-rows.server.ts";
import { groupOf } from "./compare-rules.ts";
import { type ImportKey, importFieldOf } from "./import-fields.ts";
import { getImport, type ImportRow, openRows } from "./queries.server.ts";
import { isRefused, type ReadRow } from "./row-rules.ts";
import { CHOICES_SHEET } from "./row-words.ts";
import { planOf } from "./state-rules.ts";
import { IMPORT_WORDS } from "./words.ts";

/** A sheet of more would not fit beside everything else in memory. */
export const MOST_ERROR_ROWS = 2000;

/**
 * The refused rows as they came, with the reasons behind them: to mend and send again. Every cell is text, so that none
 * becomes a formula where it is opened. Somebody else's file is for who sees identities, and of it only what he may see:
 * other protected columns, and those of which nobody said what they hold, are empty for him.
 * @throws ForbiddenError where it is somebody else's file and he may not see identities
 */
export async function makeErrorSheet(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "population.import");
  const found = await getImport(ctx.db, id);
  const isOwn = found.createdBy === ctx.actor.accountId;
  if (!isOwn) requirePermission(ctx, "data.identity");
  const { importId, outcome, line } = residentImportRows;
  const staged = await ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), eq(outcome, "refused")))
    .orderBy(asc(line))
    .limit(MOST_ERROR_ROWS);
  if (staged.length === 0) throw new NotFoundError(IMPORT_WORDS.noErrors);
  await recordAccess(ctx.db, ctx, {
    kind: "export",
    what: "residents.import-errors",
    subjectId: id,
    rowCount: staged.length,
  });
  const headings = found.headings ?? [];
  const opened = await understand(ctx, found, await openRows(ctx, staged));
  const rows = opened.map((row) => [
    ...headings.map(
      (_, column) => (isOwn || maySeeCell(ctx, found, row.read, column) ? row.cells[column] : "") ?? "",
    ),
    sentencesOf(row.reasons ?? []),
    String(row.line),
  ]);
  const columns = [
    ...headings.map((header) => ({ header })),
    { header: "Alasan belum dimasukkan", width: 60 },
    { header: "Baris asal" },
  ];
  return writeXlsx([{ name: "Data Penduduk", columns, rows }, choicesSheet(found)], ctx.tenant);
}

/** What each coded column of the file takes. */
function choicesSheet({ mapping, headings }: ImportRow) {
  const coded = Object.entries(planOf(mapping).columns).flatMap(([key, column]) => {
    const { list } = importFieldOf(key);
    return list
      ? [{ header: headings?.[column] ?? key, labels: CODE_LISTS[list].codes.map(({ label }) => label) }]
      : [];
  });
  const longest = Math.max(0, ...coded.map(({ labels }) => labels.length));
  return {
    name: CHOICES_SHEET,
    columns: coded.map(({ header }) => ({ header, width: 30 })),
    rows: Array.from({ length: longest }, (_, at) => coded.map(({ labels }) => labels[at] ?? "")),
  };
}

function maySeeCell(ctx: OfficeCtx, found: ImportRow, { values }: ReadRow, column: number): boolean {
  const { columns } = planOf(found.mapping);
  const key = Object.entries(columns).find(([, at]) => at === column)?.[0];
  if (key === undefined) return false;
  const isChild = isMinor((values.birthDate as Day | undefined) ?? null, dayIn(ctx.tenant.timeZone, ctx.now));
  return maySee(ctx.actor.permissions, groupOf(key as ImportKey), isChild);
}

function sentencesOf(reasons: Parameters<typeof isRefused>[0]): string {
  return reasons
    .filter((reason) => isRefused([reason]))
    .map(({ sentence }) => sentence)
    .join(" ");
}
