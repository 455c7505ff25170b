import { addDays, type Day, dayIn, type Zone } from "#app/platform/clock.ts";

/** The year whose deeds are told, and where its clock stands. */
export interface DemoYear {
  year: number;
  zone: Zone;
  today: Day;
}

/** A year begins to look alive once its first reports are in; until then the demo shows the one before. */
const DAYS_UNTIL_ALIVE = 100;

/** The year that a demo made at this moment is about. */
export function demoYearOf(zone: Zone, now: Date): DemoYear {
  const today = dayIn(zone, now);
  return { year: Number(addDays(today, -DAYS_UNTIL_ALIVE).slice(0, 4)), zone, today };
}
