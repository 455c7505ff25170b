import {
  type CivilDate,
  civilDate,
  isCivilDate,
  QUARTERS,
  quarterEnd,
  type ReportPeriod,
  yearOfDate,
} from "./calendar-rules.ts";

export type DayProblem = "unknown" | "outside";

/** Why a report of `year` can't be as of what was written; null for a day of that year or nothing at all. */
export function chosenDayProblem(year: number, chosen: string | null): DayProblem | null {
  if (!chosen) return null;
  if (!isCivilDate(chosen)) return "unknown";
  return yearOfDate(chosen) === year ? null : "outside";
}

/** The day up to which a year is looked at: today, at the latest its last. */
export function dayUpToYearEnd(year: number, today: CivilDate): CivilDate {
  const last = civilDate(year, 12, 31);
  return today < last ? today : last;
}

/**
 * The day that a paper of a period stands for where nobody chose one; null: the period's last. A year that goes on is
 * told as of today: its last day is not known yet. A quarter stands for its last day.
 */
export function usualReportDay(year: number, period: ReportPeriod, today: CivilDate): CivilDate | null {
  return period.kind === "year" ? dayUpToYearEnd(year, today) : null;
}

/** Is a paper of the whole year made before the year was over? */
export function isBeforeYearEnd(year: number, period: ReportPeriod, asOf: CivilDate): boolean {
  return period.kind === "year" && asOf < civilDate(year, 12, 31);
}

/** The period that the report page opens with: the last quarter that has ended, at first the first. */
export function usualPeriod(year: number, today: CivilDate): ReportPeriod {
  const ended = QUARTERS.filter((quarter) => quarterEnd(year, quarter) < today);
  return { kind: "quarter", quarter: ended.at(-1) ?? 1 };
}

/** An instant as the list of made reports hands it back; null for anything else. */
export function parseInstant(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
