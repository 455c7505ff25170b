import type { Tenant } from "#app/context.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";

/** Villages do their night work between one and five, each at its own minute, so that they do not all come at once. */
const FIRST_HOUR = 1;
const SPREAD_MINUTES = 240;

/**
 * The village's minute of the coming night, in its own zone.
 * @param shiftMinutes what sets one kind of work apart from another in the same village
 */
export function nextNight(
  { timeZone, villageId }: Pick<Tenant, "timeZone" | "villageId">,
  now: Date,
  shiftMinutes = 0,
): Date {
  const tomorrow = addDays(dayIn(timeZone, now), 1);
  const minute = (Number.parseInt(villageId.slice(-4), 16) + shiftMinutes) % SPREAD_MINUTES;
  return new Date(instantOf(timeZone, tomorrow, FIRST_HOUR).getTime() + minute * 60_000);
}
