import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NewEvent } from "#app/modules/population/append-events.server.ts";
import { checkHistory } from "#app/modules/population/event-check-rules.ts";
import { type EventFact, foldState } from "#app/modules/population/event-rules.ts";
import { ROLE, rolesUnder } from "#app/modules/population/family-role-rules.ts";
import {
  cardChangeEvents,
  deathEvents,
  headChangeEvents,
  leaveEvents,
  needsNewHead,
  remaining,
  returnEvents,
} from "#app/modules/population/household-plan-rules.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import type { Household, Member } from "#app/modules/population/read-household.server.ts";

const TODAY = "2026-12-31";

/** A village in memory whose people are what the real fold makes of their events. */
class Register {
  readonly facts = new Map<string, EventFact[]>();
  private seq = 0;

  append(events: readonly NewEvent[]): string | null {
    const added = new Map(this.facts);
    for (const { residentId, kind, happenedOn, changes = {} } of events) {
      const fact = { id: `e${++this.seq}`, seq: this.seq, kind, happenedOn, changes, isCancelled: false };
      added.set(residentId, [...(added.get(residentId) ?? []), fact]);
    }
    for (const facts of added.values()) {
      const problem = checkHistory(facts, TODAY);
      if (problem) return problem.code;
    }
    for (const [id, facts] of added) this.facts.set(id, facts);
    return null;
  }

  get people(): Member[] {
    return [...this.facts].map(([id, facts]) => {
      const state = foldState(facts);
      const values = state?.values ?? {};
      return {
        id,
        name: id,
        sex: 1,
        birthDate: null,
        familyId: null,
        familyRole: null,
        maritalStatus: 2,
        religion: null,
        areaId: null,
        hamletId: null,
        address: null,
        kind: "permanent",
        version: 1,
        ...values,
        status: state?.status ?? STATUS.invalid,
        statusSince: state?.statusSince ?? "",
      };
    });
  }

  household(person: Member): Household {
    const family = person.familyId ? { id: person.familyId, areaId: null, address: null, version: 1 } : null;
    const members = this.people.filter((p) => p.status === STATUS.here && p.familyId === person.familyId);
    return { person, family, members };
  }
}

function expectSound(people: readonly Member[]) {
  const here = people.filter(({ status }) => status === STATUS.here);
  for (const { familyId } of here) {
    const heads = here.filter((p) => p.familyId === familyId && p.familyRole === ROLE.head);
    expect(familyId).not.toBeNull();
    expect(heads, `heads of ${familyId}`).toHaveLength(1);
  }
}

const step = fc.record({
  verb: fc.constantFrom("die", "leave", "return", "split", "merge", "head"),
  who: fc.nat(),
  others: fc.nat(),
  heir: fc.nat(),
});
type Step = { verb: string; who: number; others: number; heir: number };

function openVillage(): Register {
  const register = new Register();
  const roles = [ROLE.head, ROLE.wife, ROLE.child, ROLE.childInLaw, ROLE.grandchild, ROLE.parent];
  for (const familyId of ["A", "B", "C"])
    register.append(
      roles.map((familyRole) => ({
        residentId: `${familyId}${familyRole}`,
        kind: "opening",
        happenedOn: "2026-01-01",
        changes: { familyId, familyRole },
      })),
    );
  return register;
}

const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length];

function play(register: Register, { verb, who, others, heir }: Step, day: string): void {
  const away = verb === "return";
  const able = register.people.filter(({ status }) =>
    away ? [3, 4, 6].includes(status) : status === STATUS.here,
  );
  const person = pick(able, who);
  if (!person) return;
  const household = register.household(person);
  const { members } = household;
  const group = members.filter((each, order) => each.id === person.id || (others >> order) % 2 === 1);
  const ids = group.map(({ id }) => id);
  const facts = { happenedOn: day, note: null };
  const leavers = verb === "die" ? [person.id] : ids;
  const newHeadId = pick(remaining(members, leavers), heir)?.id ?? null;
  if (needsNewHead(members, leavers) && verb !== "return" && verb !== "head")
    expect(newHeadId).not.toBeNull();
  const problem = register.append(planOf());
  expect([null, "before_entry", "not_here", "dead"]).toContain(problem);

  function planOf(): NewEvent[] {
    if (verb === "die") return deathEvents(household, { newHeadId, isWidowed: true }, facts);
    if (verb === "leave") return leaveEvents(household, group, "left", newHeadId, facts);
    if (verb === "return") return returnEvents(household, household.person.familyId ?? "A", facts);
    if (verb === "head")
      return headChangeEvents(household, pick(members, heir)?.id ?? person?.id ?? "", facts);
    if (verb === "split") {
      const roles = rolesUnder(pick(ids, heir) ?? "", group, true);
      return cardChangeEvents(household, group, { familyId: `N${day}`, roles, place: {} }, newHeadId, facts);
    }
    const target = register.people.find((p) => p.status === STATUS.here && p.familyId !== person?.familyId);
    if (!target?.familyId) return [];
    const roles = new Map(ids.map((id) => [id, ROLE.relative as number]));
    return cardChangeEvents(
      household,
      group,
      { familyId: target.familyId, roles, place: {} },
      newHeadId,
      facts,
    );
  }
}

describe("whatever happens to households", () => {
  it("each card with people on it has one head, and everybody who is here has one card", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const register = openVillage();
        steps.forEach((each, order) => {
          play(register, each, `2026-02-${String(1 + order).padStart(2, "0")}`);
          expectSound(register.people);
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe("relations under a new head", () => {
  const family = [
    { id: "ayah", familyRole: ROLE.head, sex: 1 },
    { id: "ibu", familyRole: ROLE.wife, sex: 2 },
    { id: "anak", familyRole: ROLE.child, sex: 1 },
    { id: "menantu", familyRole: ROLE.childInLaw, sex: 2 },
    { id: "cucu", familyRole: ROLE.grandchild, sex: 2 },
    { id: "nenek", familyRole: ROLE.parent, sex: 2 },
    { id: "pembantu", familyRole: ROLE.helper, sex: 2 },
  ];
  const without = (...ids: string[]) => family.filter(({ id }) => !ids.includes(id));

  it("change little under the widow", () => {
    expect(rolesUnder("ibu", without("ayah"))).toEqual(
      new Map([
        ["ibu", 1],
        ["nenek", 8],
      ]),
    );
    expect(rolesUnder("ibu", family).get("ayah")).toBe(ROLE.husband);
  });

  it("turn round under a child", () => {
    const roles = rolesUnder("anak", without("ayah"));
    expect(Object.fromEntries(roles)).toEqual({ anak: 1, ibu: 7, menantu: 9, cucu: 9, nenek: 9 });
  });

  it("are those of a family of their own after a split", () => {
    const roles = rolesUnder("anak", without("ayah", "ibu", "nenek", "pembantu"), true);
    expect(Object.fromEntries(roles)).toEqual({ anak: 1, menantu: 3, cucu: 4 });
  });
});
