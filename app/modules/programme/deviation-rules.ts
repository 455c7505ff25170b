import {
  type CivilDate,
  QUARTERS,
  type Quarter,
  quarterEnd,
  quarterReached,
  quarterStart,
} from "./calendar-rules.ts";
import type { UpdateState } from "./rules.ts";

/** An explanation of a lag: the day on which it was written and the quarter that it belongs to (old ones: the day's). */
export interface Explanation {
  asOf: CivilDate;
  quarter: number | null;
}

/** Is a lag of today explained? An explanation of this quarter, or written in it, counts: each quarter asks anew. */
export function isExplained(deviations: readonly Explanation[], year: number, today: CivilDate): boolean {
  const present = quarterReached(year, today);
  if (present === null) return false;
  return deviations.some(
    ({ asOf, quarter }) =>
      quarter === present || (asOf >= quarterStart(year, present) && quarterReached(year, asOf) === present),
  );
}

/**
 * Is somebody to be reminded of explaining a lag? Not while a report waits for approval: it may well close the gap.
 */
export function owesExplanation(
  activity: {
    needsDeviation: boolean;
    deviations: readonly Explanation[];
    updates: readonly { state: UpdateState }[];
  },
  year: number,
  today: CivilDate,
): boolean {
  const isWaiting = activity.updates.some(({ state }) => state === "submitted");
  return activity.needsDeviation && !isWaiting && !isExplained(activity.deviations, year, today);
}

/** Quarters of which a lag can be explained today: those that have begun. */
export function explainableQuarters(year: number, today: CivilDate): Quarter[] {
  return QUARTERS.filter((quarter) => quarterStart(year, quarter) <= today);
}

/** The day whose lag an explanation of a quarter speaks of: its last, or today while it goes on. */
export function lagDay(year: number, quarter: Quarter, today: CivilDate): CivilDate {
  const end = quarterEnd(year, quarter);
  return today < end ? today : end;
}

/**
 * The quarter that an explanation belongs to unless its writer names another: the last one that ended with a lag and
 * without an explanation, since its report is being written; else the present one.
 */
export function usualLagQuarter(
  deviations: readonly Explanation[],
  { year, today, lagsOn }: { year: number; today: CivilDate; lagsOn: (day: CivilDate) => boolean },
): Quarter {
  const ended = QUARTERS.findLast((quarter) => quarterEnd(year, quarter) < today);
  const isOpen =
    ended !== undefined && lagsOn(quarterEnd(year, ended)) && !isExplainedFor(deviations, year, ended);
  return isOpen ? ended : (quarterReached(year, today) ?? 1);
}

function isExplainedFor(deviations: readonly Explanation[], year: number, quarter: Quarter): boolean {
  return deviations.some((each) => (each.quarter ?? quarterReached(year, each.asOf)) === quarter);
}

/** Who looks at an explanation. */
export interface Explainer {
  accountId: string;
  permissions: ReadonlySet<string>;
}

/** May this person say why an activity lags? Who answers for it, works on it, plans the programme or approves it. */
export function mayExplain(
  activity: { responsibleAccountId: string | null; people: readonly { id: string }[] },
  { accountId, permissions }: Explainer,
): boolean {
  const isOnIt =
    activity.responsibleAccountId === accountId || activity.people.some(({ id }) => id === accountId);
  return isOnIt || mayAgree({ permissions });
}

/** Whose agreement lets residents read an explanation: a planner's or the Kepala Desa's, his own words included. */
export function mayAgree({ permissions }: Pick<Explainer, "permissions">): boolean {
  return permissions.has("programme.plan") || permissions.has("programme.approve");
}

/** Who may correct an explanation or take it back: its writer, and whoever may agree to it. */
export function mayMendExplanation(deviation: { createdBy: string }, viewer: Explainer): boolean {
  return deviation.createdBy === viewer.accountId || mayAgree(viewer);
}

/** Do residents read it? */
export function isPublicReason(deviation: { agreedAt: string | null }): boolean {
  return deviation.agreedAt !== null;
}

/** What residents read of an activity's lag: the latest explanation to which somebody agreed. */
export function publicReason<Row extends { agreedAt: string | null; cause: string; correction: string }>(
  latestFirst: readonly Row[],
): { cause: string; correction: string } | null {
  const agreed = latestFirst.find(isPublicReason);
  return agreed ? { cause: agreed.cause, correction: agreed.correction } : null;
}
