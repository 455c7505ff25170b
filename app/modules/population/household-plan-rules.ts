import type { Day } from "#app/platform/clock.ts";
import type { NewEvent } from "./append-events.server.ts";
import type { EventKind, Values } from "./event-rules.ts";
import { ROLE, rolesUnder } from "./family-role-rules.ts";
import type { Household, Member } from "./read-household.server.ts";

/** What every event of one act says. */
export interface ActFacts {
  happenedOn: Day;
  note: string | null;
  details?: Values;
}

const MARRIED = 2;
const WIDOWED = 4;

/** Members who stay on the card when some leave it. */
export function remaining(members: readonly Member[], leaverIds: readonly string[]): Member[] {
  return members.filter(({ id }) => !leaverIds.includes(id));
}

/** Do people stay on the card without a head when these leave? */
export function needsNewHead(members: readonly Member[], leaverIds: readonly string[]): boolean {
  const stay = remaining(members, leaverIds);
  return stay.length > 0 && stay.every(({ familyRole }) => familyRole !== ROLE.head);
}

/** The same event for several people. */
export function eventsFor(
  people: readonly Pick<Member, "id">[],
  kind: EventKind,
  { happenedOn, note, details }: ActFacts,
  changes: Values = {},
): NewEvent[] {
  return people.map(({ id }) => ({ residentId: id, kind, happenedOn, note, details, changes }));
}

/**
 * Who becomes head when these leave, and what the others are to him. Nothing where a head stays or nobody does.
 * @param newHeadId one of those who stay
 */
export function headEvents(
  members: readonly Member[],
  leaverIds: readonly string[],
  newHeadId: string | null,
  { happenedOn }: ActFacts,
): NewEvent[] {
  if (newHeadId === null || !needsNewHead(members, leaverIds)) return [];
  return roleEvents(rolesUnder(newHeadId, remaining(members, leaverIds)), happenedOn);
}

/** One change of relation for each. */
export function roleEvents(roles: ReadonlyMap<string, number>, happenedOn: Day): NewEvent[] {
  return [...roles].map(([residentId, familyRole]) => ({
    residentId,
    kind: "family_change" as const,
    happenedOn,
    changes: { familyRole },
  }));
}

/** Head and husband or wife on one card; null where there is none, or several. */
export function spouseOf({ person, members }: Household): Member | null {
  const isPair = (a: Member, b: Member) =>
    a.familyRole === ROLE.head && (b.familyRole === ROLE.husband || b.familyRole === ROLE.wife);
  const pairs = members.filter((each) => isPair(person, each) || isPair(each, person));
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}

/** The husband or wife whom a death makes a widower or widow, if the register has them as married. */
export function widowedBy(household: Household): Member | null {
  const spouse = spouseOf(household);
  return spouse?.maritalStatus === MARRIED ? spouse : null;
}

/** Everything that a death changes. @param isWidowed the official agreed to change the spouse's marital status */
export function deathEvents(
  household: Household,
  choice: { newHeadId: string | null; isWidowed: boolean },
  facts: ActFacts,
): NewEvent[] {
  const { person, members } = household;
  const spouse = choice.isWidowed ? widowedBy(household) : null;
  return [
    ...eventsFor([person], "death", facts),
    ...headEvents(members, [person.id], choice.newHeadId, facts),
    ...eventsFor(
      spouse ? [spouse] : [],
      "change",
      { ...facts, note: null, details: {} },
      { maritalStatus: WIDOWED },
    ),
  ];
}

/** Some or all of a card leave the village, are missing, or went away. */
export function leaveEvents(
  { members }: Household,
  leavers: readonly Member[],
  kind: "move_out" | "missing" | "left",
  newHeadId: string | null,
  facts: ActFacts,
): NewEvent[] {
  const ids = leavers.map(({ id }) => id);
  return [...eventsFor(leavers, kind, facts), ...headEvents(members, ids, newHeadId, facts)];
}

/** Some or all of a card go over to another card. @param roles what each becomes there */
export function cardChangeEvents(
  { members }: Household,
  movers: readonly Member[],
  to: { familyId: string; roles: ReadonlyMap<string, number>; place: Values },
  newHeadId: string | null,
  facts: ActFacts,
): NewEvent[] {
  const moved = movers.map(({ id, familyRole }) => ({
    residentId: id,
    kind: "family_change" as const,
    ...facts,
    changes: {
      ...to.place,
      familyId: to.familyId,
      familyRole: to.roles.get(id) ?? familyRole ?? ROLE.relative,
    },
  }));
  return [
    ...moved,
    ...headEvents(
      members,
      movers.map(({ id }) => id),
      newHeadId,
      facts,
    ),
  ];
}

/** Another head for a card whose members stay the same. */
export function headChangeEvents({ members }: Household, newHeadId: string, facts: ActFacts): NewEvent[] {
  const events = roleEvents(rolesUnder(newHeadId, members), facts.happenedOn);
  return events.map((event) => ({ ...event, note: facts.note }));
}

/** Somebody comes back to his card: as what he was, unless another is head there now. */
export function returnEvents({ person, members }: Household, familyId: string, facts: ActFacts): NewEvent[] {
  const others = remaining(members, [person.id]);
  const hasHead = others.some(({ familyRole }) => familyRole === ROLE.head);
  const was = person.familyRole ?? ROLE.relative;
  const familyRole = hasHead ? (was === ROLE.head ? ROLE.relative : was) : ROLE.head;
  return eventsFor([person], "returned", facts, { familyId, familyRole });
}
