/**
 * The next value of `updatedAt`, which forms carry as their version: strictly later than the one before, also where
 * two changes fall into one millisecond or the clock was set back.
 */
export function nextVersion(previous: string | undefined, now: Date): string {
  const earliest = previous ? Date.parse(previous) + 1 : 0;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}
