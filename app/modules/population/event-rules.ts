import { type Day, isDay } from "#app/platform/clock.ts";
import { STATUS } from "./person-rules.ts";

/** What may happen to a resident. `opening` is how he stood on the day of an import or when the register began. */
export const EVENT_KINDS = [
  "opening",
  "birth",
  "move_in",
  "death",
  "move_out",
  "missing",
  "left",
  "returned",
  "move_inside",
  "family_change",
  "change",
  "correction",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds with which somebody enters the register. */
export const ENTRY_KINDS: readonly EventKind[] = ["opening", "birth", "move_in"];

/** Field of a resident -> value. A protected field stands by its name (`nik`), never by its column. */
export type Values = Record<string, string | number | null>;

/** An event as the fold needs it. */
export interface EventFact {
  id: string;
  /** Order of entry over the whole village. */
  seq: number;
  kind: EventKind;
  happenedOn: Day;
  /** Fields that it sets. `status` counts in an `opening` or a `change` only. */
  changes: Values;
  isCancelled: boolean;
}

/** A resident after some of his events. */
export interface ResidentState {
  status: number;
  /** Day of the event that made the status. */
  statusSince: Day;
  /** All that is known of him: field -> value. */
  values: Values;
}

/** A fact with the state before it (null: not in the register yet) and after it. */
export interface Step {
  fact: EventFact;
  before: ResidentState | null;
  after: ResidentState | null;
}

const STATUS_AFTER: Partial<Record<EventKind, number>> = {
  opening: STATUS.here,
  birth: STATUS.here,
  move_in: STATUS.here,
  returned: STATUS.here,
  death: STATUS.dead,
  move_out: STATUS.moved,
  missing: STATUS.missing,
  left: STATUS.left,
};

/** By day, and on one day by order of entry. */
export function inOrder<Fact extends Pick<EventFact, "happenedOn" | "seq">>(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => compare(a.happenedOn, b.happenedOn) || a.seq - b.seq);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * One person's events in order, each with the state before and after it. Cancelled ones are left out. A correction
 * changes no state of its own day: its values stand in the place of what the last event entered before it had set for
 * the field, or else in the first event, so the past is right as well. A birth counts on the day of birth as corrected.
 * @param facts all events of one person, in any order
 */
export function foldSteps(facts: readonly EventFact[]): Step[] {
  const live = inOrder(facts.filter(({ isCancelled }) => !isCancelled));
  const changesOf = correctedChanges(live);
  const steps: Step[] = [];
  let state: ResidentState | null = null;
  for (const fact of inOrder(live.map((each) => onBirthDay(each, changesOf.get(each.id))))) {
    const after: ResidentState | null = next(state, fact, changesOf.get(fact.id) ?? {});
    steps.push({ fact, before: state, after });
    state = after;
  }
  return steps;
}

/** What one person's events come to; null where none counts. @param until leave out what happened after this day */
export function foldState(facts: readonly EventFact[], until?: Day): ResidentState | null {
  const steps = foldSteps(facts).filter(({ fact }) => until === undefined || fact.happenedOn <= until);
  return steps.at(-1)?.after ?? null;
}

function next(state: ResidentState | null, fact: EventFact, changes: Values): ResidentState | null {
  if (fact.kind === "correction") return state;
  const { status: given, ...fields } = changes;
  const mayGive = fact.kind === "opening" || fact.kind === "change";
  const status =
    (mayGive && typeof given === "number" ? given : STATUS_AFTER[fact.kind]) ??
    state?.status ??
    STATUS.invalid;
  const isNew = status !== state?.status;
  return {
    status,
    statusSince: isNew || state === null ? fact.happenedOn : state.statusSince,
    values: { ...state?.values, ...fields },
  };
}

function onBirthDay(fact: EventFact, changes: Values | undefined): EventFact {
  const day = fact.kind === "birth" ? changes?.birthDate : null;
  return typeof day === "string" && isDay(day) ? { ...fact, happenedOn: day } : fact;
}

/** What each event sets once the corrections are worked in. */
function correctedChanges(live: readonly EventFact[]): Map<string, Values> {
  const acts = live.filter(({ kind }) => kind !== "correction");
  const changesOf = new Map(acts.map(({ id, changes }) => [id, { ...changes }]));
  const corrections = live.filter(({ kind }) => kind === "correction").sort((a, b) => a.seq - b.seq);
  for (const { seq, changes } of corrections) {
    const earlier = acts.filter((act) => act.seq < seq);
    for (const [field, value] of Object.entries(changes)) {
      const setter = earlier.findLast(({ id }) => field in (changesOf.get(id) ?? {})) ?? earlier[0];
      const target = setter && changesOf.get(setter.id);
      if (target && field !== "status") target[field] = value;
    }
  }
  return changesOf;
}

/** The columns of an event that follow from the fold, for counting without it. */
export interface Derived {
  isPresent: boolean;
  status: number;
  hamletId: string | null;
  familyId: string | null;
  familyRole: number | null;
  sex: number;
  citizenship: number;
  isTemporary: boolean;
}

const CITIZEN = 1;

/** @param state after the event; null where nothing before it counts */
export function derivedOf(state: ResidentState | null): Derived {
  const { values = {}, status = STATUS.invalid } = state ?? {};
  const text = (field: string) => (typeof values[field] === "string" ? values[field] : null);
  const number = (field: string) => (typeof values[field] === "number" ? values[field] : null);
  return {
    isPresent: status === STATUS.here,
    status,
    hamletId: text("hamletId"),
    familyId: text("familyId"),
    familyRole: number("familyRole"),
    sex: number("sex") ?? 0,
    citizenship: number("citizenship") ?? CITIZEN,
    isTemporary: values.kind === "temporary",
  };
}
