import { and, desc, eq, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { reading } from "#app/platform/read-together.ts";
import { letters } from "#db/village/schema/letters.ts";
import type { LetterState } from "./chain-rules.ts";
import { STATE_WORDS } from "./chain-words.ts";
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

/** Fewer digits than a NIK has: what would be one is not searched by an address. */
const IDENTIFIER = /\d{12}/;

/** What an address narrows the archive by, and where it goes on; what it can't mean is left out. */
export function readArchiveFilter(query: URLSearchParams): ArchiveFilter {
  const value = (name: string) => query.get(name)?.trim() || null;
  const text = value("cari");
  const year = value("tahun");
  return {
    text: text && !IDENTIFIER.test(text.replace(/\s/g, "")) ? text.slice(0, 100) : null,
    kind: value("jenis"),
    year: year && /^20\d\d$/.test(year) ? Number(year) : null,
    after: value("sesudah"),
  };
}

/** A page of the archive, newest first; one row more than the page says that there is another. */
export function archiveReading(ctx: OfficeCtx, filter: ArchiveFilter) {
  const statement = ctx.db
    .select(listColumns)
    .from(letters)
    .where(and(...archiveConditions(filter)))
    .orderBy(desc(letters.askedAt), desc(letters.id))
    .limit(PAGE_ROWS + 1);
  return reading([statement], ([rows]) => {
    const shown = rows.slice(0, PAGE_ROWS);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > PAGE_ROWS && last ? `${last.askedAt}~${last.id}` : null };
  });
}

/** What of the archive a filter leaves. */
export function archiveConditions({ text, kind, year, after }: ArchiveFilter): (SQL | undefined)[] {
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

/** What the state of a letter is called; what stands half made counts as a draft. */
export function letterStateLabel(state: ListedLetter["state"]): string {
  return STATE_WORDS[state === "ready" ? "draft" : state].label;
}
