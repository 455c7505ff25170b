import { ZONE_HOURS, type Zone } from "../clock.ts";

/** What a village allows one account in an hour of the day before somebody is told. */
export interface VolumeLimits {
  /** Protected values shown in the clear. */
  reveals: number;
  /** Openings of records whose each opening is logged. */
  openings: number;
  /** Rows in one export. */
  exportRows: number;
}

/** Setting under which a village keeps its own limits. */
export const VOLUME_SETTING = "privacy.volume";
export const DEFAULT_LIMITS: VolumeLimits = { reveals: 20, openings: 150, exportRows: 500 };

/** Nights are quiet in a village office: a quarter of the day's limits counts from 22.00 to 05.00 of its own zone. */
const NIGHT_FROM_HOUR = 22;
const NIGHT_TO_HOUR = 5;
const NIGHT_DIVISOR = 4;
/** Somebody whose work it is to look may look this much more often than he usually does. */
const OWN_USUAL_FACTOR = 3;
/** Yet habit never lifts a limit further than this: else it would be raised by patience. */
const MOST_LIFTED = 5;
/** Days of his own past that count as usual. */
export const USUAL_DAYS = 30;

/** How much somebody looked at, in the hour until now and in his own past. */
export interface VolumeFacts {
  kind: "reveal" | "open" | "export" | "unusual";
  /** Rows of the entry itself. */
  rowCount: number;
  /** Entries of this kind in the last sixty minutes, this one included. */
  inLastHour: number;
  /** Entries of this kind within USUAL_DAYS before that, and in how many different hours they fell. */
  earlier: number;
  earlierHours: number;
}

/** Why an entry is out of the ordinary; `limit` is what would have been allowed. */
export interface Unusual {
  why: "reveals" | "openings" | "export";
  count: number;
  limit: number;
  isNight: boolean;
}

/**
 * Is this more than the village expects of one account? Reveals and openings count over an hour and against the
 * account's own usual hour; an export counts by its rows alone.
 */
export function judgeVolume(facts: VolumeFacts, limits: VolumeLimits, zone: Zone, now: Date): Unusual | null {
  if (facts.kind === "unusual") return null;
  const isNight = isNightIn(zone, now);
  const allowed = (limit: number) => (isNight ? Math.ceil(limit / NIGHT_DIVISOR) : limit);
  if (facts.kind === "export") {
    const limit = allowed(limits.exportRows);
    return facts.rowCount > limit ? { why: "export", count: facts.rowCount, limit, isNight } : null;
  }
  const why = facts.kind === "reveal" ? "reveals" : "openings";
  const limit = lifted(allowed(limits[why]), facts);
  return facts.inLastHour > limit ? { why, count: facts.inLastHour, limit, isNight } : null;
}

/** The limit, or three times the account's own usual hour where that is more, at most five times the limit. */
function lifted(limit: number, { earlier, earlierHours }: VolumeFacts): number {
  const usual = earlierHours > 0 ? earlier / earlierHours : 0;
  return Math.min(Math.max(limit, Math.ceil(usual * OWN_USUAL_FACTOR)), limit * MOST_LIFTED);
}

/** Does an instant fall into the village's night? */
export function isNightIn(zone: Zone, now: Date): boolean {
  const hour = (now.getUTCHours() + ZONE_HOURS[zone]) % 24;
  return hour >= NIGHT_FROM_HOUR || hour < NIGHT_TO_HOUR;
}

/** A village's limits as its setting holds them; what is missing or malformed is the default. */
export function limitsFrom(value: unknown): VolumeLimits {
  const held = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const of = (name: keyof VolumeLimits) => {
    const number = held[name];
    return Number.isInteger(number) && (number as number) > 0 ? (number as number) : DEFAULT_LIMITS[name];
  };
  return { reveals: of("reveals"), openings: of("openings"), exportRows: of("exportRows") };
}
