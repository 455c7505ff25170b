import type { CodeListKey } from "#app/modules/population/code-lists.ts";
import { codeOf, dayOf, partsOf } from "./cell-rules.ts";
import { IMPORT_FIELDS, type ImportKey } from "./import-fields.ts";

/** Which column of a sheet (counted from 0) holds what. */
export type ColumnMapping = Partial<Record<ImportKey, number>>;

/** What a person chose for sheets before: our key -> heading as it was written. */
export type RememberedHeadings = Partial<Record<string, string>>;

/** A heading for comparing: lower case letters and digits alone. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Each of OpenSID's own headings -> our key; its export writes `asuransi` where its import wants `id_asuransi`. */
const OPENSID_KEYS = new Map<string, ImportKey>([
  ...IMPORT_FIELDS.map(({ key, headings }): [string, ImportKey] => [headingKey(headings[0] ?? ""), key]),
  ["asuransi", "insurance"],
]);
const USUAL_KEYS = new Map<string, ImportKey>(
  IMPORT_FIELDS.flatMap(({ key, headings }) =>
    headings.map((text): [string, ImportKey] => [headingKey(text), key]),
  ),
);
/** Words behind a heading that say nothing of what it holds: "NAMA (SESUAI KTP)". */
const NO_MATTER = /\(?(sesuai|menurut|pada|di|dalam)\s+(ktp|kk|akta|e-?ktp)[^)]*\)?\s*$/i;

function usualKey(heading: string): ImportKey | undefined {
  return USUAL_KEYS.get(headingKey(heading)) ?? USUAL_KEYS.get(headingKey(heading.replace(NO_MATTER, "")));
}

/** A workbook of OpenSID's has these at least; old ones lack late columns. */
const SIGNS = ["no_kk", "nik", "kk_level", "nama", "sex", "status_kawin"].map(headingKey);
const LAST_HEADING_ROW = 15;

/** Are these the headings of OpenSID's workbook, whatever their order? */
export function isOpenSidHeading(cells: readonly string[]): boolean {
  const keys = new Set(cells.map(headingKey));
  return SIGNS.every((sign) => keys.has(sign));
}

/** The columns of OpenSID's workbook by name; the first of two equal ones counts. */
export function openSidMapping(headings: readonly string[]): ColumnMapping {
  return mapBy(headings, (heading) => OPENSID_KEYS.get(headingKey(heading)));
}

/**
 * Which of the first rows holds the headings: the one in which most cells are known, if two are; else the first with
 * three or more texts and no number. -1 where none does.
 */
export function findHeadingRow(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, LAST_HEADING_ROW);
  const scores = first.map((cells) => new Set(cells.flatMap((cell) => usualKey(cell) ?? [])).size);
  const best = scores.indexOf(Math.max(0, ...scores));
  if ((scores[best] ?? 0) >= 2) return best;
  return first.findIndex((cells) => {
    const filled = cells.filter((cell) => cell !== "");
    return filled.length >= 3 && filled.every((cell) => !/\d{3}/.test(cell) && dayOf(cell) === null);
  });
}

/**
 * A first guess for a sheet of any making: what the person chose last time, then usual headings, then what the values
 * look like (sixteen digits, days, L and P).
 */
export function guessMapping(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  remembered: RememberedHeadings = {},
): ColumnMapping {
  const chosen = new Map<string, ImportKey>();
  for (const [key, heading] of Object.entries(remembered))
    if (heading && IMPORT_FIELDS.some((field) => field.key === key))
      chosen.set(headingKey(heading), key as ImportKey);
  const mapping = mapBy(headings, (heading) => chosen.get(headingKey(heading)) ?? usualKey(heading));
  return guessByValues(withoutMistaken(mapping, samples, chosen.size > 0), headings.length, samples);
}

/** A heading such as "KK" may stand over names: numbers without digits are no numbers. */
function withoutMistaken(
  mapping: ColumnMapping,
  samples: readonly (readonly string[])[],
  isRemembered: boolean,
): ColumnMapping {
  if (isRemembered) return mapping;
  const kept = Object.entries(mapping).filter(([key, column]) => {
    const values = samples.map((cells) => cells[column] ?? "").filter((cell) => cell !== "");
    const isNumber = key === "kkNumber" || key === "nik";
    return !isNumber || values.length < 3 || values.some((value) => /\d{6}/.test(value));
  });
  return Object.fromEntries(kept);
}

function mapBy(
  headings: readonly string[],
  keyOf: (heading: string) => ImportKey | undefined,
): ColumnMapping {
  const mapping: ColumnMapping = {};
  headings.forEach((heading, column) => {
    const key = heading === "" ? undefined : keyOf(heading);
    if (key && mapping[key] === undefined) mapping[key] = column;
  });
  return mapping;
}

function guessByValues(
  mapping: ColumnMapping,
  width: number,
  samples: readonly (readonly string[])[],
): ColumnMapping {
  const guessed = { ...mapping };
  for (let column = 0; column < width; column++) {
    if (Object.values(guessed).includes(column)) continue;
    const values = samples.map((cells) => cells[column] ?? "").filter((cell) => cell !== "");
    const key = values.length >= 3 ? looksLike(values) : null;
    if (key && guessed[key] === undefined) guessed[key] = column;
  }
  return guessed;
}

function looksLike(values: readonly string[]): ImportKey | null {
  const most = (test: (value: string) => boolean) => values.filter(test).length / values.length > 0.8;
  if (most((value) => /^\d{16}$/.test(value)))
    return new Set(values).size > values.length * 0.8 ? "nik" : "kkNumber";
  if (most((value) => /^(l|p|lk|pr|laki-laki|perempuan)$/i.test(value))) return "sex";
  if (most((value) => dayOf(value) !== null && !/^\d{5}$/.test(value))) return "birthDate";
  if (most((value) => "birthPlace" in partsOf("birth", value) && "birthDate" in partsOf("birth", value)))
    return "birth";
  if (most((value) => /\brt\b/i.test(value) && "rt" in partsOf("livesAt", value))) return "livesAt";
  const isLabel = (value: string, list: CodeListKey) => /\p{L}/u.test(value) && codeOf(list, value) !== null;
  return CODED_BY_VALUE.find((list) => most((value) => isLabel(value, list))) ?? null;
}

/** Lists whose labels tell a column under a heading such as "Status": the narrower first. */
const CODED_BY_VALUE = [
  "maritalStatus",
  "familyRole",
  "religion",
  "status",
  "education",
  "occupation",
] as const;
