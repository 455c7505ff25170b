import { addDays, type Day, dayIn, instantOf, ZONE_HOURS, type Zone } from "#app/platform/clock.ts";

/** When the office is open: what promised times run in. */
export interface WorkHours {
  /** 1 Monday to 7 Sunday. */
  days: readonly number[];
  /** Full hours of the village's zone; open until before `closes`. */
  opens: number;
  closes: number;
}

export const DEFAULT_WORK_HOURS: WorkHours = { days: [1, 2, 3, 4, 5], opens: 8, closes: 15 };

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/**
 * Until when a letter is promised that is asked for now. Hours below a day run while the office is open; each full 24 is
 * one working day, to the same hour of a later one.
 * @param hours as the kind says
 */
export function promisedUntil(now: Date, hours: number, zone: Zone, work: WorkHours): Date {
  const start = nextOpen(now, zone, work);
  const days = Math.floor(hours / DAY_HOURS);
  let day = dayIn(zone, start);
  for (let left = days; left > 0; left--) day = nextWorkDay(addDays(day, 1), work);
  const sameHour = new Date(instantOf(zone, day).getTime() + sinceMidnight(start, zone));
  return addOpenHours(sameHour, (hours % DAY_HOURS) * HOUR, zone, work);
}

function addOpenHours(from: Date, millis: number, zone: Zone, work: WorkHours): Date {
  let at = from;
  let left = millis;
  while (left > 0) {
    at = nextOpen(at, zone, work);
    const closes = instantOf(zone, dayIn(zone, at), work.closes).getTime();
    const used = Math.min(left, closes - at.getTime());
    at = new Date(at.getTime() + used);
    left -= used;
  }
  return at;
}

/** The moment itself where the office is open, else when it opens next. */
function nextOpen(at: Date, zone: Zone, work: WorkHours): Date {
  const day = dayIn(zone, at);
  const opens = instantOf(zone, day, work.opens);
  const closes = instantOf(zone, day, work.closes);
  if (isWorkDay(day, work) && at < closes) return at > opens ? at : opens;
  return instantOf(zone, nextWorkDay(addDays(day, 1), work), work.opens);
}

function nextWorkDay(from: Day, work: WorkHours): Day {
  let day = from;
  for (let tries = 0; tries < 7 && !isWorkDay(day, work); tries++) day = addDays(day, 1);
  return day;
}

function isWorkDay(day: Day, { days }: WorkHours): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  return days.length === 0 || days.includes(weekday);
}

function sinceMidnight(at: Date, zone: Zone): number {
  const local = at.getTime() + ZONE_HOURS[zone] * HOUR;
  return local % (DAY_HOURS * HOUR);
}
