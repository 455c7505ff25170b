import { addDays, type Day } from "./clock.ts";

/** Setting that holds the village's list of holidays: `{day, name}[]`. */
export const HOLIDAYS_SETTING = "office.holidays";

/** A day on which the office is closed besides weekends. */
export interface Holiday {
  day: Day;
  name: string;
}

/** The village's holidays as stored; what can't be read counts as none. */
export function readHolidays(value: unknown): Holiday[] {
  return Array.isArray(value) ? value.filter(isHoliday) : [];
}

function isHoliday(value: unknown): value is Holiday {
  return (
    typeof value === "object" &&
    value !== null &&
    "day" in value &&
    typeof value.day === "string" &&
    "name" in value &&
    typeof value.name === "string"
  );
}

/** Monday to Friday, and no holiday: a working day (hari kerja) as laws count them. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The `count`th working day after a day; the day itself for 0. */
export function addWorkingDays(from: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count++;
  return count;
}
