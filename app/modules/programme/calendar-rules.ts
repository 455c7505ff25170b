/** A day in the village's own calendar, `YYYY-MM-DD`, without time or zone. */
export type CivilDate = string;
export type Quarter = 1 | 2 | 3 | 4;
export type ReportPeriod = { kind: "quarter"; quarter: Quarter } | { kind: "year" };

export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
export const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const MS_PER_DAY = 86_400_000;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2028-02-29` yes, `2027-02-29` and `2027-2-1` no. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = (CIVIL_DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01; differences of two results are whole days. Throws RangeError on a day that does not exist. */
export function dayNumber(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

/** Number of days of `month` (1-12) in the Gregorian `year`. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `civilDate(2027, 3, 1)` is `2027-03-01`. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function yearOfDate(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** The quarter of the year (January-March is 1) that a day or a month number lies in. */
export function quarterOf(dateOrMonth: CivilDate | number): Quarter {
  const month = typeof dateOrMonth === "number" ? dateOrMonth : Number(dateOrMonth.slice(5, 7));
  return month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
}

export function quarterMonths(quarter: Quarter): readonly [number, number, number] {
  return [quarter * 3 - 2, quarter * 3 - 1, quarter * 3];
}

export function quarterStart(year: number, quarter: Quarter): CivilDate {
  return civilDate(year, quarter * 3 - 2, 1);
}

export function quarterEnd(year: number, quarter: Quarter): CivilDate {
  return civilDate(year, quarter * 3, daysInMonth(year, quarter * 3));
}

export function isDateInQuarter(date: CivilDate, year: number, quarter: Quarter): boolean {
  return date >= quarterStart(year, quarter) && date <= quarterEnd(year, quarter);
}

/** The day a report stands for: the chosen one, else the last day of its quarter or of the year. */
export function reportDate(year: number, period: ReportPeriod, chosen?: CivilDate | null): CivilDate {
  if (chosen) return chosen;
  return quarterEnd(year, period.kind === "quarter" ? period.quarter : 4);
}

/**
 * The last quarter whose targets a report as of `date` compares with: that of the date, held within the
 * programme's year; null before the year, when nothing is due yet.
 */
export function quarterReached(year: number, date: CivilDate): Quarter | null {
  const dateYear = yearOfDate(date);
  if (dateYear < year) return null;
  return dateYear > year ? 4 : quarterOf(date);
}

/** Months 1-12, each once, ascending; anything else is dropped. */
export function normaliseMonths(months: readonly number[]): number[] {
  return MONTHS.filter((month) => months.includes(month));
}

/** Months as stored: bit 0 is January, bit 11 December. */
export function monthsToMask(months: readonly number[]): number {
  return normaliseMonths(months).reduce((mask, month) => mask | (1 << (month - 1)), 0);
}

export function monthsFromMask(mask: number): number[] {
  return MONTHS.filter((month) => (mask & (1 << (month - 1))) !== 0);
}

/**
 * Elapsed % of an activity: days gone of its months by `asOf` (that day counted) / all days of its months x 100.
 * Months may have gaps; days of other months count for nothing. Null when no month is set.
 */
export function elapsedPercent(months: readonly number[], year: number, asOf: CivilDate): number | null {
  const today = dayNumber(asOf);
  let gone = 0;
  let all = 0;
  for (const month of normaliseMonths(months)) {
    const days = daysInMonth(year, month);
    const daysUntilToday = today - dayNumber(civilDate(year, month, 1)) + 1;
    gone += Math.min(Math.max(daysUntilToday, 0), days);
    all += days;
  }
  return all === 0 ? null : (gone / all) * 100;
}

/**
 * The day that an update of a quarter states the situation of when nobody says otherwise: `today`, held within
 * the quarter, so that a late update for the first quarter reads 31 March.
 */
export function defaultUpdateDay(year: number, quarter: Quarter, today: CivilDate): CivilDate {
  const start = quarterStart(year, quarter);
  const end = quarterEnd(year, quarter);
  return today < start ? start : today > end ? end : today;
}
