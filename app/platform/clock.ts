/** Time zones of Indonesia and their hours ahead of UTC (Keppres 41/1987); none has summer time. */
export const ZONE_HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const;

export type Zone = keyof typeof ZONE_HOURS;

/** A calendar day `YYYY-MM-DD` in some village's zone. */
export type Day = string;

/** The calendar day on which an instant falls in a zone. */
export function dayIn(zone: Zone, instant: Date): Day {
  return new Date(instant.getTime() + ZONE_HOURS[zone] * 3_600_000).toISOString().slice(0, 10);
}

/** The hour and minute `HH.MM` of an instant in a zone. */
export function timeIn(zone: Zone, instant: Date): string {
  return new Date(instant.getTime() + ZONE_HOURS[zone] * 3_600_000)
    .toISOString()
    .slice(11, 16)
    .replace(":", ".");
}

/** The instant at which a day has the given hour in a zone. */
export function instantOf(zone: Zone, day: Day, hour = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + (hour - ZONE_HOURS[zone]) * 3_600_000);
}

/** Adds whole days to a calendar day. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Is this text a real calendar day in the form `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
