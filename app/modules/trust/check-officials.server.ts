import { and, eq, isNull, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { inspectUpload } from "#app/platform/files/inspect-upload.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import { newId } from "#app/platform/ids.ts";
import { requireOversight } from "#app/platform/require.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { SheetError } from "#app/platform/sheet/sheet-error.ts";
import { SHEET_ERRORS } from "#app/platform/sheet/words.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { regions } from "#db/directory/schema/regions.ts";
import { listedOfficials, officialLists } from "#db/directory/schema/trust.ts";
import type { DirectoryTx } from "#db/open.ts";
import type { UploadOfficialsInput } from "./input.ts";
import { findHeading, type ParsedOfficial, parseOfficials, type RowProblem } from "./officials-rules.ts";
import { LISTED_PHONE } from "./sealed-fields.ts";
import { OFFICIALS_WORDS } from "./words.ts";

const SHEET_LIMITS = { maxRows: 20_000, maxColumns: 60, maxCellChars: 1000 };
const PROBLEMS_SHOWN = 100;
const ROWS_PER_INSERT = 400;

/** What a list would do, before it does: nothing is compared with it yet. */
export interface CheckedOfficials {
  listId: string;
  fileName: string;
  rowCount: number;
  villageCount: number;
  problemCount: number;
  /** The first of them, by row. */
  problems: RowProblem[];
}

/**
 * Reads a kabupaten's list of officials and keeps what of it can be compared, not yet in force. Of phones the blind index
 * alone is kept: nobody reads them again.
 * @throws FieldError at `berkas` for a sheet that can't be read, lacks a column, or holds no row to compare
 */
export async function checkOfficials(
  ctx: OversightCtx,
  { berkas }: UploadOfficialsInput,
): Promise<CheckedOfficials> {
  requireOversight(ctx, "kabupaten.officials");
  const { regencyCode } = ctx.overseer;
  if (!regencyCode) throw new ForbiddenError();
  if (!berkas) throw new FieldError(FILE_FIELD, OFFICIALS_WORDS.missing);
  const { officials, problems } = await parse(ctx, regencyCode, berkas);
  if (officials.length === 0) throw new FieldError(FILE_FIELD, OFFICIALS_WORDS.noRow(problems[0]));
  const listId = newId(ctx.now);
  const rows = await Promise.all(officials.map((each) => rowOf(ctx, listId, each)));
  const fileName = berkas.name.replace(/\p{C}/gu, "").slice(-120) || "daftar";
  return writeDirectory(ctx, async ({ tx, audit }) => {
    await forgetUnused(tx, regencyCode);
    await tx.insert(officialLists).values({
      id: listId,
      regencyCode,
      fileName,
      uploadedBy: ctx.overseer.overseerId,
      uploadedAt: ctx.now.toISOString(),
      rowCount: rows.length,
    });
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
      await tx.insert(listedOfficials).values(rows.slice(from, from + ROWS_PER_INSERT));
    const details = { rows: rows.length, leftOut: problems.length };
    await audit({
      action: "officials.check",
      entity: "official_list",
      entityId: listId,
      regencyCode,
      details,
    });
    return {
      listId,
      fileName,
      rowCount: rows.length,
      villageCount: new Set(officials.map((each) => each.regionCode)).size,
      problemCount: problems.length,
      problems: problems.slice(0, PROBLEMS_SHOWN),
    };
  });
}

async function parse(ctx: OversightCtx, regencyCode: string, file: File) {
  const { bytes } = inspectUpload(new Uint8Array(await file.arrayBuffer()), ["sheet"]);
  const rows = await readRows(bytes);
  const heading = findHeading(rows);
  if (Array.isArray(heading)) throw new FieldError(FILE_FIELD, OFFICIALS_WORDS.noColumn(heading));
  return parseOfficials(rows, heading, await villagesOf(ctx, regencyCode));
}

async function readRows(bytes: Uint8Array): Promise<string[][]> {
  try {
    return (await readSheet(bytes, SHEET_LIMITS)).rows;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new FieldError(FILE_FIELD, SHEET_ERRORS[error.code](error.row));
  }
}

async function villagesOf(ctx: OversightCtx, regencyCode: string): Promise<Set<string>> {
  const rows = await ctx.directory
    .select({ code: regions.code })
    .from(regions)
    .where(
      and(
        eq(regions.level, 4),
        sql`${regions.code} >= ${`${regencyCode}.`}`,
        sql`${regions.code} < ${`${regencyCode}/`}`,
        isNull(regions.retiredAt),
      ),
    );
  return new Set(rows.map(({ code }) => code));
}

async function rowOf(ctx: OversightCtx, listId: string, { phone, ...official }: ParsedOfficial) {
  const phoneIndex = await ctx.directoryKeys.index(LISTED_PHONE, phone);
  return { ...official, id: newId(ctx.now), listId, phoneIndex };
}

/** Lists that were checked and never put in force. */
async function forgetUnused(tx: DirectoryTx, regencyCode: string): Promise<void> {
  const unused = and(eq(officialLists.regencyCode, regencyCode), isNull(officialLists.inForceAt));
  await tx.run(sql`DELETE FROM listed_officials WHERE list_id IN
    (SELECT id FROM official_lists WHERE regency_code = ${regencyCode} AND in_force_at IS NULL)`);
  await tx.delete(officialLists).where(unused);
}
