const DAY_MILLIS = 86_400_000;

/** Days before the end of a trial on which leaders and administrator are told, the earliest first. */
export const NOTICE_DAYS = [30, 14, 7, 1] as const;
export type NoticeDays = (typeof NOTICE_DAYS)[number];

/** After a decision a trial goes on at least this long, so that a refused village can ask again. */
export const AFTER_DECISION_DAYS = 14;
/** A village that nobody was told of its end gets this long from the moment that it is told. */
export const AFTER_SILENCE_DAYS = 7;

/** The end of a trial once a claim was decided or a suspension lifted at `now`. */
export function trialEndAfterDecision(trialEndsAt: string | null, now: Date): string {
  return laterOf(trialEndsAt, after(now, AFTER_DECISION_DAYS));
}

/** Which notice is due: the latest that has come, or null before the first. */
export function dueNotice(trialEndsAt: string, now: Date): NoticeDays | null {
  const left = Date.parse(trialEndsAt) - now.getTime();
  return NOTICE_DAYS.findLast((days) => left <= days * DAY_MILLIS) ?? null;
}

/** When a trial has to be looked at again: at its next notice, else at its end; null where both are over. */
export function nextTrialStep(trialEndsAt: string, now: Date): Date | null {
  const end = Date.parse(trialEndsAt);
  const steps = [...NOTICE_DAYS.map((days) => end - days * DAY_MILLIS), end];
  const next = steps.find((step) => step > now.getTime());
  return next === undefined ? null : new Date(next);
}

/** What becomes of a trial at a moment. */
export type TrialStep = "goes-on" | "waits" | "tell-first" | "erase";

/**
 * Decides over a trial. Nothing ends while somebody has to decide over a claim, and no village ends unwarned: where the
 * clock jumped or no sweep ran, it is told first.
 * @param lastToldAt when a notice for this very end was given, or null
 */
export function trialStep(facts: {
  trialEndsAt: string;
  hasOpenClaim: boolean;
  lastToldAt: string | null;
  now: Date;
}): TrialStep {
  const { trialEndsAt, hasOpenClaim, lastToldAt, now } = facts;
  if (hasOpenClaim) return "waits";
  if (trialEndsAt > now.toISOString()) return "goes-on";
  const isWarned = lastToldAt !== null && now.getTime() - Date.parse(lastToldAt) >= DAY_MILLIS;
  return isWarned ? "erase" : "tell-first";
}

/** An instant some days later, ISO 8601. */
export function after(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MILLIS).toISOString();
}

function laterOf(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
