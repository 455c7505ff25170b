import type { Day } from "#app/platform/clock.ts";

/** How people come into a count and go out of it. Moves inside take somebody from one cell into another. */
export const FLOWS = ["opening", "born", "came", "inside_in", "died", "left", "inside_out"] as const;
export type Flow = (typeof FLOWS)[number];

const SIGN: Record<Flow, 1 | -1> = {
  opening: 1,
  born: 1,
  came: 1,
  inside_in: 1,
  died: -1,
  left: -1,
  inside_out: -1,
};

/** One figure of the recapitulation as the statement gives it. */
export interface FlowRow {
  hamletId: string | null;
  sex: number;
  isForeign: number;
  flow: Flow;
  people: number;
}

/** How many stand in a cell at the end, counted by themselves. */
export type StandRow = Omit<FlowRow, "flow">;

export const COLUMNS = ["citizenMen", "citizenWomen", "foreignMen", "foreignWomen"] as const;
export type Column = (typeof COLUMNS)[number];
/** One line of the recapitulation: a figure per sex and nationality. */
export type Line = Record<Column, number>;
export type Balance = Record<Flow | "closing", Line>;

const WOMAN = 2;

export function emptyLine(): Line {
  return { citizenMen: 0, citizenWomen: 0, foreignMen: 0, foreignWomen: 0 };
}

export function columnOf({ sex, isForeign }: Pick<FlowRow, "sex" | "isForeign">): Column {
  if (isForeign) return sex === WOMAN ? "foreignWomen" : "foreignMen";
  return sex === WOMAN ? "citizenWomen" : "citizenMen";
}

export function totalOf(line: Line): number {
  return COLUMNS.reduce((sum, column) => sum + line[column], 0);
}

export function addLines(a: Line, b: Line, sign: 1 | -1 = 1): Line {
  const sum = emptyLine();
  for (const column of COLUMNS) sum[column] = a[column] + sign * b[column];
  return sum;
}

/** awal + lahir + datang - mati - pindah = akhir, of the rows of one dusun or of all. */
export function balanceOf(rows: readonly FlowRow[]): Balance {
  const balance = Object.fromEntries([...FLOWS, "closing"].map((key) => [key, emptyLine()])) as Balance;
  for (const row of rows) {
    const column = columnOf(row);
    balance[row.flow][column] += row.people;
    balance.closing[column] += SIGN[row.flow] * row.people;
  }
  return balance;
}

/** What moves inside come to per column: nothing in a village's total but changes of nationality or sex. */
export function insideNet({ inside_in, inside_out }: Balance): Line {
  return addLines(inside_in, inside_out, -1);
}

/** The first and last day of months `2026-01`..`2026-03`; null where they can't be read or are turned round. */
export function periodOf(from: string | null, to: string | null): { from: Day; to: Day } | null {
  const isMonth = (text: string | null): text is string =>
    /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text ?? "");
  if (!isMonth(from)) return null;
  const last = isMonth(to) ? to : from;
  if (last < from) return null;
  const [year = 0, month = 0] = last.split("-").map(Number);
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { from: `${from}-01`, to: end };
}
