import type { Day } from "#app/platform/clock.ts";
import { type EventFact, type EventKind, foldState, foldSteps, type ResidentState } from "./event-rules.ts";
import { STATUS } from "./person-rules.ts";

/** Why a history can't be. */
export type ProblemCode =
  | "future"
  | "before_birth"
  | "before_entry"
  | "entered_already"
  | "here_already"
  | "dead"
  | "not_here"
  | "still_expected"
  | "invalid";

/** The first event of a history that can't be, and why. */
export interface EventProblem {
  code: ProblemCode;
  eventId: string;
  kind: EventKind;
  happenedOn: Day;
  /** Since when the state holds that stands against it. */
  since: Day | null;
}

type Verdict = ProblemCode | null;

/** Needs somebody who is here. */
function needsHere({ status }: ResidentState): Verdict {
  if (status === STATUS.here) return null;
  return status === STATUS.dead ? "dead" : status === STATUS.invalid ? "invalid" : "not_here";
}

function needsAlive({ status }: ResidentState): Verdict {
  if (status === STATUS.dead) return "dead";
  if (status === STATUS.moved) return "not_here";
  return status === STATUS.invalid ? "invalid" : null;
}

function needsAway({ status }: ResidentState): Verdict {
  if (status === STATUS.dead) return "dead";
  if (status === STATUS.here) return "here_already";
  return status === STATUS.invalid ? "invalid" : null;
}

/** Somebody of the register moves in: he had moved away, or a temporary resident becomes a permanent one. */
function mayMoveIn(before: ResidentState | null, { changes }: EventFact): Verdict {
  if (before === null) return null;
  if (before.status === STATUS.missing || before.status === STATUS.left) return "still_expected";
  const settles = before.values.kind === "temporary" && changes.kind === "permanent";
  return settles && before.status === STATUS.here ? null : needsAway(before);
}

const NEEDS: Partial<Record<EventKind, (before: ResidentState) => Verdict>> = {
  death: needsAlive,
  move_out: needsHere,
  missing: needsHere,
  left: needsHere,
  move_inside: needsHere,
  family_change: needsHere,
  returned: needsAway,
};

/**
 * Holds a whole history against what can be: nobody dies twice, nobody leaves who is not here, nothing happens before
 * birth, before the entry into the register, or after today. A back-dated event is judged with all that came later.
 * @param facts one person's events, the new ones among them
 * @returns the first event that can't be, or null
 */
export function checkHistory(facts: readonly EventFact[], today: Day): EventProblem | null {
  const birthDate = foldState(facts)?.values.birthDate;
  for (const { fact, before } of foldSteps(facts)) {
    if (fact.kind === "correction") continue;
    const code = checkDay(fact, birthDate, today) ?? checkStep(fact, before);
    const { id: eventId, kind, happenedOn } = fact;
    if (code) return { code, eventId, kind, happenedOn, since: before?.statusSince ?? null };
  }
  return null;
}

function checkDay(fact: EventFact, birthDate: unknown, today: Day): Verdict {
  if (fact.happenedOn > today) return "future";
  const isBefore = typeof birthDate === "string" && fact.happenedOn < birthDate;
  return isBefore && fact.kind !== "birth" ? "before_birth" : null;
}

function checkStep(fact: EventFact, before: ResidentState | null): Verdict {
  if (fact.kind === "opening" || fact.kind === "birth") return before ? "entered_already" : null;
  if (fact.kind === "move_in") return mayMoveIn(before, fact);
  if (before === null) return "before_entry";
  return NEEDS[fact.kind]?.(before) ?? null;
}

/**
 * The day under which an event is booked. What happened before the register's opening balance counts from that balance on
 * (it held the person as he stood then); the true day goes into the event's details.
 */
export function bookingDay(facts: readonly EventFact[], happenedOn: Day): Day {
  const first = foldSteps(facts).find(({ fact }) => fact.kind !== "correction")?.fact;
  const isEarlier = first?.kind === "opening" && happenedOn < first.happenedOn;
  return isEarlier ? first.happenedOn : happenedOn;
}
