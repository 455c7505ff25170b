import { parseRupiah } from "#app/platform/sheet/parse-number.ts";
import { normaliseActivityCode } from "./apbdes-rules.ts";
import { roundHalfAway } from "./format-rules.ts";
import type { SheetMapping } from "./import-mapping-rules.ts";

/** Amounts above this are typing errors: a village's whole budget is some billions. */
const MAX_RUPIAH = 1e12;

/** A row that bears an activity code. Amounts in whole rupiah; null where the sheet says nothing. */
export interface SheetRow {
  /** As the sheet counts, from 1. */
  line: number;
  code: string;
  name: string;
  budget: number | null;
  realised: number | null;
  isAmountWrong: boolean;
}

/** An activity as it stands on the sheet's day, in whole rupiah. */
export interface ImportTarget {
  id: string;
  name: string;
  code: string | null;
  budget: number;
  spent: number;
}

export type RowState = "matched" | "unknown" | "ambiguous" | "duplicate" | "not_a_number";

export interface CheckedRow extends SheetRow {
  state: RowState;
  /** Activities that bear the code. */
  candidates: readonly ImportTarget[];
  /** The activity that the row goes to; null: it is left out. */
  target: ImportTarget | null;
}

/** Activity that a person chose for a line; empty: leave it out. */
export type RowChoices = ReadonlyMap<number, string | undefined>;

/** The rows below the heading that bear an activity code, and how many others there are (titles, accounts, sums). */
export function readSheetRows(
  rows: readonly (readonly string[])[],
  mapping: SheetMapping,
): { rows: SheetRow[]; ignoredCount: number } {
  const start = (mapping.header ?? -1) + 1;
  const below = rows.slice(start).map((cells, index) => ({ cells, line: start + index + 1 }));
  const filled = below.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const read = filled.flatMap(({ cells, line }) => readRow(cells, line, mapping) ?? []);
  return { rows: read, ignoredCount: filled.length - read.length };
}

function readRow(cells: readonly string[], line: number, mapping: SheetMapping): SheetRow | null {
  const text = (column: number | null) => (column === null ? "" : (cells[column] ?? ""));
  const code = normaliseActivityCode(text(mapping.code));
  if (code === null) return null;
  const budget = readAmount(text(mapping.budget));
  const realised = readAmount(text(mapping.realised));
  const isAmountWrong = budget === "wrong" || realised === "wrong";
  return {
    line,
    code,
    name: text(mapping.name),
    budget: budget === "wrong" ? null : budget,
    realised: realised === "wrong" ? null : realised,
    isAmountWrong,
  };
}

/** Sen are rounded to whole rupiah; empty and `-` say nothing. */
function readAmount(text: string): number | null | "wrong" {
  if (text === "" || text === "-") return null;
  const amount = parseRupiah(text);
  if (amount === null || amount < 0 || amount > MAX_RUPIAH) return "wrong";
  return roundHalfAway(amount, 0);
}

/**
 * What each row of the sheet means for the programme: a code of one activity that stands once in the sheet is matched;
 * of several activities, or standing on several rows, it waits for a person's choice and is left out until then.
 */
export function checkRows(
  rows: readonly SheetRow[],
  targets: readonly ImportTarget[],
  choices: RowChoices = new Map(),
): CheckedRow[] {
  return rows.map((row) => {
    const candidates = targets.filter(({ code }) => code === row.code);
    const state = stateOf(row, rows, candidates.length);
    const chosen = candidates.find(({ id }) => id === choices.get(row.line)) ?? null;
    const target = state === "matched" ? (candidates[0] ?? null) : needsChoice(state) ? chosen : null;
    return { ...row, state, candidates, target };
  });
}

/** Does a person decide where the row goes? */
export function needsChoice(state: RowState): boolean {
  return state === "ambiguous" || state === "duplicate";
}

function stateOf(row: SheetRow, rows: readonly SheetRow[], candidateCount: number): RowState {
  if (candidateCount === 0) return "unknown";
  if (row.isAmountWrong) return "not_a_number";
  if (candidateCount > 1) return "ambiguous";
  return rows.filter(({ code }) => code === row.code).length > 1 ? "duplicate" : "matched";
}

/** Lines for which an activity was chosen that doesn't bear their code. */
export function strayChoices(rows: readonly CheckedRow[], choices: RowChoices): number[] {
  return [...choices].flatMap(([line, chosen]) => {
    const row = rows.find((each) => each.line === line);
    return !chosen || row?.candidates.some(({ id }) => id === chosen) ? [] : [line];
  });
}

/** Lines that go to an activity to which an earlier line goes already. */
export function clashingLines(rows: readonly CheckedRow[]): number[] {
  const taken = new Set<string>();
  return rows.flatMap(({ target, line }) => {
    if (!target) return [];
    const isTaken = taken.has(target.id);
    taken.add(target.id);
    return isTaken ? [line] : [];
  });
}

export interface ImportChange {
  target: ImportTarget;
  /** The new pagu, or null where it stays. */
  budget: number | null;
  /** What is added to the spending until the day, so that its sum is the sheet's; may be negative, 0 where it is already. */
  spendingDifference: number;
}

/** What importing these rows changes; rows that change nothing are left out. Importing again changes nothing more. */
export function importChanges(rows: readonly CheckedRow[]): ImportChange[] {
  return rows.flatMap(({ target, budget, realised }) => {
    if (!target) return [];
    const newBudget = budget === null || budget === target.budget ? null : budget;
    const spendingDifference = realised === null ? 0 : realised - target.spent;
    if (newBudget === null && spendingDifference === 0) return [];
    return [{ target, budget: newBudget, spendingDifference }];
  });
}

/** Sums of the rows that go to an activity, in whole rupiah. */
export function importTotals(rows: readonly CheckedRow[]) {
  const used = rows.filter(({ target }) => target !== null);
  const sum = (amount: (row: CheckedRow) => number | null) =>
    used.reduce((total, row) => total + (amount(row) ?? 0), 0);
  return { rowCount: used.length, budget: sum((row) => row.budget), realised: sum((row) => row.realised) };
}
