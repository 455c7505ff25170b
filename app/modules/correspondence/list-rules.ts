/** What a list of letters is narrowed by, as the address says it. */
export interface ListFilter {
  words: string;
  year: number | null;
  only: "open" | "late" | null;
  /** Key of the last row of the page before: `2026-217`. */
  after: { year: number; number: number } | null;
}

const MAX_WORDS = 100;

/** Reads a filter from an address; what it can't read counts as not there. */
export function readListFilter(params: URLSearchParams): ListFilter {
  const year = Number(params.get("tahun"));
  const only = params.get("hanya");
  const [, afterYear, afterNumber] = /^(\d{4})-(\d{1,6})$/.exec(params.get("setelah") ?? "") ?? [];
  return {
    words: (params.get("cari") ?? "").trim().slice(0, MAX_WORDS),
    year: Number.isInteger(year) && year >= 2000 && year <= 2999 ? year : null,
    only: only === "belum" ? "open" : only === "terlambat" ? "late" : null,
    after: afterYear ? { year: Number(afterYear), number: Number(afterNumber) } : null,
  };
}

/** The address of a list with this filter, without its page. */
export function listHref(base: string, { words, year, only }: ListFilter, after?: string): string {
  const params = new URLSearchParams();
  if (words) params.set("cari", words);
  if (year) params.set("tahun", String(year));
  if (only) params.set("hanya", only === "open" ? "belum" : "terlambat");
  if (after) params.set("setelah", after);
  const query = params.toString();
  return query ? `${base}?${query}` : base;
}

/** Is anything narrowed? */
export function isNarrowed({ words, year, only }: ListFilter): boolean {
  return words !== "" || year !== null || only !== null;
}

/** A LIKE pattern that finds the words as they stand, signs of LIKE included. */
export function likePattern(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
