import { type CivilDate, civilDate, yearOfDate } from "./calendar-rules.ts";
import { dayUpToYearEnd } from "./report-asof-rules.ts";

export interface SheetYear {
  year: number;
  today: CivilDate;
  /** Day on which the plan was approved: its budgets hold from then. */
  approvedOn: CivilDate | null;
}

export type SheetDayProblem = "outside_year" | "in_future" | "before_approval";

/** Why a sheet's sums can't hold for `day`; null when they can. */
export function sheetDayProblem(
  day: CivilDate,
  { year, today, approvedOn }: SheetYear,
): SheetDayProblem | null {
  if (yearOfDate(day) !== year) return "outside_year";
  if (day > today) return "in_future";
  return approvedOn !== null && day < approvedOn ? "before_approval" : null;
}

/** The day that a sheet most likely stands for: today, held within the year. */
export function usualSheetDay({ year, today }: Pick<SheetYear, "year" | "today">): CivilDate {
  const first = civilDate(year, 1, 1);
  return today < first ? first : dayUpToYearEnd(year, today);
}
