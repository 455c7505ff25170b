import { normaliseActivityCode } from "./apbdes-rules.ts";

/** What is taken from a sheet of budget and realisation. */
export const SHEET_FIELDS = ["code", "name", "budget", "realised"] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Column of each field and row of the headings, counted from 0; null where there is none. */
export type SheetMapping = Record<SheetField | "header", number | null>;

/** Headings of the columns that were chosen last time. */
export type RememberedHeadings = Partial<Record<SheetField, string>>;

type Rows = readonly (readonly string[])[];

const HEADER_SEARCH_ROWS = 40;
const NOT_AN_AMOUNT = /sisa|selisih|lebih|kurang|persen|%/;
const WORDS: Record<SheetField, { is: RegExp; isNot: RegExp | null; better: RegExp | null }> = {
  code: { is: /\bkode\b|\bkd\b|kd[_. ]?keg/, isNot: null, better: /kegiatan|keg/ },
  name: { is: /uraian|nama|kegiatan/, isNot: /\bkode\b|\bkd/, better: /nama|uraian/ },
  budget: {
    is: /anggaran|pagu|apb ?des/,
    isNot: /realisasi|sisa|selisih|lebih|kurang|persen|%/,
    better: /perubahan|setelah|menjadi/,
  },
  realised: { is: /realisasi/, isNot: NOT_AN_AMOUNT, better: /s\.? ?d\.?.*ini|sampai.*ini|jumlah|total/ },
};

/**
 * Where code, name, budget and realisation probably stand: by last time's headings where they are found again, else by
 * words of the headings; the code's column by its contents, since merged headings mislead.
 */
export function guessMapping(rows: Rows, remembered: RememberedHeadings = {}): SheetMapping {
  const again = findRemembered(rows, remembered);
  if (again) return again;
  const header = findHeader(rows);
  const headings = header === null ? [] : (rows[header] ?? []);
  const byWords = (field: SheetField) => columnByWords(headings, field);
  return {
    header,
    code: codeColumn(rows, header) ?? byWords("code"),
    name: byWords("name"),
    budget: byWords("budget"),
    realised: byWords("realised"),
  };
}

/** Can rows be read with it: the code and at least one amount. */
export function isUsable(mapping: SheetMapping): boolean {
  return mapping.code !== null && (mapping.budget !== null || mapping.realised !== null);
}

/** Fields for which the same column was chosen twice. */
export function doubledColumns(mapping: SheetMapping): SheetField[] {
  return SHEET_FIELDS.filter((field) => {
    const column = mapping[field];
    return column !== null && SHEET_FIELDS.some((other) => other !== field && mapping[other] === column);
  });
}

/** The headings of the chosen columns, to find them again next time. */
export function headingsOf(rows: Rows, mapping: SheetMapping): RememberedHeadings {
  if (mapping.header === null) return {};
  const row = rows[mapping.header] ?? [];
  const entries = SHEET_FIELDS.map((field) => [field, normalise(row[mapping[field] ?? -1] ?? "")] as const);
  return Object.fromEntries(entries.filter(([, heading]) => heading !== ""));
}

/** A stored mapping or setting in the shape that the rules take; null where it has another. */
export function readMapping(stored: unknown): SheetMapping | null {
  if (typeof stored !== "object" || stored === null) return null;
  const at = (key: string) => {
    const value = (stored as Record<string, unknown>)[key];
    return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
  };
  return {
    header: at("header"),
    code: at("code"),
    name: at("name"),
    budget: at("budget"),
    realised: at("realised"),
  };
}

/** The remembered headings of a setting; anything else counts as none. */
export function readHeadings(stored: unknown): RememberedHeadings {
  if (typeof stored !== "object" || stored === null) return {};
  const source = stored as Record<string, unknown>;
  const entries = SHEET_FIELDS.map((field) => [field, source[field]] as const);
  return Object.fromEntries(entries.filter(([, heading]) => typeof heading === "string" && heading !== ""));
}

function findRemembered(rows: Rows, remembered: RememberedHeadings): SheetMapping | null {
  if (!remembered.code || !(remembered.budget || remembered.realised)) return null;
  for (const [header, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const headings = row.map(normalise);
    const at = (field: SheetField) => {
      const heading = remembered[field];
      return heading ? headings.indexOf(heading) : null;
    };
    const found = { code: at("code"), name: at("name"), budget: at("budget"), realised: at("realised") };
    if (!Object.values(found).includes(-1)) return { header, ...found };
  }
  return null;
}

/** The row in whose cells most fields are named, at least two of them. */
function findHeader(rows: Rows): number | null {
  const scores = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .map((row) => SHEET_FIELDS.filter((field) => columnByWords(row, field) !== null).length);
  const best = Math.max(0, ...scores);
  return best < 2 ? null : scores.indexOf(best);
}

/** Of several that fit, one with a better word, else the last: sheets put the newest figures to the right. */
function columnByWords(headings: readonly string[], field: SheetField): number | null {
  const { is, isNot, better } = WORDS[field];
  const fitting = headings.flatMap((heading, index) => {
    const text = normalise(heading);
    return is.test(text) && !isNot?.test(text) ? [{ index, text }] : [];
  });
  const [first] = fitting.filter(({ text }) => better?.test(text));
  const usual = field === "realised" || field === "budget" ? fitting.at(-1) : fitting[0];
  return (first ?? usual)?.index ?? null;
}

function codeColumn(rows: Rows, header: number | null): number | null {
  const counts: number[] = [];
  for (const row of rows.slice((header ?? -1) + 1)) {
    row.forEach((cell, index) => {
      if (normaliseActivityCode(cell) !== null) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  const best = counts.reduce((max, count) => Math.max(max, count ?? 0), 0);
  return best === 0 ? null : counts.indexOf(best);
}

function normalise(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
