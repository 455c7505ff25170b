import { addDays, type Day, dayIn, instantOf, type Zone } from "#app/platform/clock.ts";

/** The instant that a day and `09:30` mean in a zone. */
export function instantFrom(zone: Zone, day: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(instantOf(zone, day, hours).getTime() + minutes * 60_000);
}

/** What fills a form's day and time: `2026-11-24`, `09:30`. */
export function momentFields(zone: Zone, instant: Date): { tanggal: Day; jam: string } {
  const day = dayIn(zone, instant);
  const minutes = Math.floor((instant.getTime() - instantOf(zone, day).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return { tanggal: day, jam: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** May something have come to light then? Not in the future, and at most a year ago: what is older is a slip. */
export function momentProblem(instant: Date, zone: Zone, now: Date): "future" | "too-old" | null {
  if (instant > now) return "future";
  return dayIn(zone, instant) < addDays(dayIn(zone, now), -366) ? "too-old" : null;
}
