import { and, desc, eq, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { reading } from "#app/platform/read-together.ts";
import { letters } from "#db/village/schema/letters.ts";
import type { LetterState } from "./chain-rules.ts";
import { nameKey } from "./name-rules.ts";

/** Letters of a page of the archive. */
export const PAGE_ROWS = 50;

const OPEN: LetterState[] = ["asked", "draft", "review", "returned", "waiting", "signed"];

export const listColumns = {
  id: letters.id,
  title: letters.title,
  personName: letters.personName,
  state: letters.state,
  waitsFor: letters.waitsFor,
  numberText: letters.numberText,
  promisedAt: letters.promisedAt,
  askedAt: letters.askedAt,
  signatureKind: letters.signatureKind,
  signerAccountId: letters.signerAccountId,
  createdBy: letters.createdBy,
};

/** Query for letters that still ask for work, the one promised first on top. For a batch. */
export function selectOpen({ db }: Pick<OfficeCtx, "db">, limit = 200) {
  return db
    .select(listColumns)
    .from(letters)
    .where(inArray(letters.state, OPEN))
    .orderBy(letters.promisedAt, letters.id)
    .limit(limit);
}

export type ListedLetter = Awaited<ReturnType<typeof selectOpen>>[number];

/** What the archive is narrowed by. */
export interface ArchiveFilter {
  text: string | null;
  kind: string | null;
  year: number | null;
  /** `{asked at}~{id}` of the last row of the page before. */
  after: string | null;
}

/** A page of the archive, newest first; one row more than the page says that there is another. */
export function archiveReading(ctx: OfficeCtx, filter: ArchiveFilter) {
  const statement = ctx.db
    .select(listColumns)
    .from(letters)
    .where(and(...conditions(filter)))
    .orderBy(desc(letters.askedAt), desc(letters.id))
    .limit(PAGE_ROWS + 1);
  return reading([statement], ([rows]) => {
    const shown = rows.slice(0, PAGE_ROWS);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > PAGE_ROWS && last ? `${last.askedAt}~${last.id}` : null };
  });
}

function conditions({ text, kind, year, after }: ArchiveFilter): (SQL | undefined)[] {
  const [askedAt, id] = (after ?? "").split("~");
  return [
    text ? matches(text) : undefined,
    kind ? eq(letters.kind, kind) : undefined,
    year
      ? sql`substr(coalesce(${letters.letterDate}, ${letters.askedAt}), 1, 4) = ${String(year)}`
      : undefined,
    askedAt && id
      ? or(lt(letters.askedAt, askedAt), and(eq(letters.askedAt, askedAt), lt(letters.id, id)))
      : undefined,
  ];
}

/** A bare number is a place in the series, all else part of a name or of the number's text. */
function matches(text: string): SQL | undefined {
  if (/^\d{1,5}$/.test(text)) return eq(letters.number, Number(text));
  const part = `%${nameKey(text).replace(/[%_]/g, "")}%`;
  return or(like(letters.personKey, part), like(letters.numberText, part));
}
