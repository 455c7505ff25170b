import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actionOfEnd,
  hasHeadJoined,
  isHeldOn,
  keepsManager,
  mayManagePeople,
  type PeopleAction,
  refusePeopleAction,
  type StaffFacts,
  type TermFacts,
} from "#app/modules/accounts/people-rules.ts";
import { addDays } from "#app/platform/clock.ts";

const TODAY = "2026-11-24";
const person = (accountId: string, positions: string[], more: Partial<StaffFacts> = {}): StaffFacts => ({
  accountId,
  isAdmin: false,
  isActive: true,
  terms: positions.map((position) => ({ position, startsOn: "2026-01-01", endsOn: null })),
  ...more,
});

describe("who manages people", () => {
  const admin = person("admin", ["kasi-pemerintahan"], { isAdmin: true });
  const head = person("head", ["kepala-desa"]);
  const secretary = person("secretary", ["sekretaris-desa"]);

  it("lets who signed up invite until a Kepala Desa has joined, and then no more", () => {
    expect(mayManagePeople("admin", [admin], TODAY)).toBe(true);
    expect(mayManagePeople("admin", [admin, secretary], TODAY)).toBe(true);
    expect(mayManagePeople("admin", [admin, head], TODAY)).toBe(false);
  });

  it("counts a Kepala Desa only while the account is active and the position is held", () => {
    expect(hasHeadJoined([person("head", ["kepala-desa"], { isActive: false })], TODAY)).toBe(false);
    const terms = [{ position: "kepala-desa", startsOn: "2020-01-01", endsOn: TODAY }];
    expect(hasHeadJoined([person("head", [], { terms })], TODAY)).toBe(false);
    expect(hasHeadJoined([person("head", [], { terms })], "2026-11-23")).toBe(true);
  });

  it("gives nobody a position by his own hand, the Kepala Desa included", () => {
    for (const each of [admin, head, secretary])
      expect(refusePeopleAction("give", each.accountId, each.accountId, [each], TODAY)).toBe("own-position");
    expect(refusePeopleAction("change", "head", "head", [head], TODAY)).toBe("own-position");
    expect(refusePeopleAction("end", "head", "head", [head], TODAY)).toBeNull();
    expect(refusePeopleAction("dismiss", "head", "head", [head], TODAY)).toBe("own-account");
  });

  it("keeps the administrator from taking over a leader's account by a new password", () => {
    expect(refusePeopleAction("reset-password", "admin", "secretary", [admin, secretary], TODAY)).toBe(
      "not-entitled",
    );
    expect(refusePeopleAction("reset-password", "admin", "someone", [admin, secretary], TODAY)).toBeNull();
  });

  it("leaves the Kepala Desa's account to those above the village", () => {
    for (const action of ["reset-password", "give-recovery"] as const)
      expect(refusePeopleAction(action, "secretary", "head", [head, secretary], TODAY)).toBe("from-above");
    expect(refusePeopleAction("give-recovery", "head", "secretary", [head, secretary], TODAY)).toBeNull();
    const terms = [{ position: "kepala-desa", startsOn: "2026-11-25", endsOn: null }];
    const coming = person("coming", [], { terms });
    expect(refusePeopleAction("reset-password", "secretary", "coming", [secretary, coming], TODAY)).toBe(
      "from-above",
    );
    expect(refusePeopleAction("give-recovery", "secretary", "secretary", [secretary], TODAY)).toBe(
      "own-account",
    );
  });

  it("leaves whoever was Kepala Desa to the Kepala Desa of today: his office could be ended first, and given back", () => {
    const terms = [{ position: "kepala-desa", startsOn: "2020-01-01", endsOn: TODAY }];
    const former = person("former", [], { terms });
    for (const action of ["reset-password", "give-recovery"] as const) {
      expect(refusePeopleAction(action, "secretary", "former", [secretary, former], TODAY)).toBe(
        "former-head",
      );
      expect(refusePeopleAction(action, "head", "former", [head, secretary, former], TODAY)).toBeNull();
    }
  });

  it("refuses everybody else, whatever the action", () => {
    const staff = [admin, head, person("kasi", ["kasi-pelayanan"])];
    const actions: PeopleAction[] = [
      "give",
      "change",
      "end",
      "dismiss",
      "reinstate",
      "reset-password",
      "give-recovery",
    ];
    for (const action of actions)
      for (const actor of ["admin", "kasi", "stranger"])
        expect(refusePeopleAction(action, actor, "head", staff, TODAY)).toBe("not-entitled");
  });
});

interface Step {
  action: PeopleAction;
  actor: number;
  target: number;
  position: string;
  startsIn: number;
  lasts: number;
  passes: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<PeopleAction>("give", "give", "change", "end", "dismiss", "reinstate"),
  actor: fc.nat(3),
  target: fc.nat(3),
  position: fc.constantFrom("kepala-desa", "sekretaris-desa", "kasi-pemerintahan"),
  startsIn: fc.integer({ min: -400, max: 60 }),
  lasts: fc.integer({ min: 0, max: 900 }),
  passes: fc.nat(40),
});

/** Who may do what was asked, with the action that setting an end amounts to. */
function isRefused(step: Step, staff: readonly StaffFacts[], today: string): boolean {
  const [actor, target] = [`p${step.actor}`, `p${step.target}`];
  const open = staff[step.target]?.terms.filter((term) => !isOver(term, today)) ?? [];
  const actions =
    step.action === "end" ? open.map((term) => actionOfEnd(term, addDays(today, step.lasts))) : [step.action];
  return actions.some((action) => refusePeopleAction(action, actor, target, staff, today) !== null);
}

/** What the verbs do to the facts, without a database. */
function apply(before: StaffFacts, step: Step, today: string): StaffFacts {
  const startsOn = addDays(today, step.startsIn);
  const changed = (change: Partial<TermFacts>) =>
    before.terms.map((term) => (isOver(term, today) ? term : { ...term, ...change }));
  if (step.action === "give")
    return { ...before, terms: [...before.terms, { position: step.position, startsOn, endsOn: null }] };
  if (step.action === "change") return { ...before, terms: changed({ startsOn }) };
  if (step.action === "end") return { ...before, terms: changed({ endsOn: addDays(today, step.lasts) }) };
  if (step.action === "dismiss") return { ...before, isActive: false, terms: changed({ endsOn: today }) };
  return { ...before, isActive: true, isAdmin: before.isActive && before.isAdmin };
}

function isOver(term: TermFacts, today: string): boolean {
  return term.endsOn !== null && term.endsOn <= today;
}

describe("a village that changes its people by the rules", () => {
  const LATER = [0, 1, 30, 90, 365, 900, 3650];

  it("never lets anybody raise himself, and always keeps somebody who can manage people, on every later day", () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let today = TODAY;
        let staff = [0, 1, 2, 3].map((n) => person(`p${n}`, [], { isAdmin: n === 0 }));
        for (const step of steps) {
          today = addDays(today, step.passes);
          if (isRefused(step, staff, today)) continue;
          const after = staff.map((each, n) => (n === step.target ? apply(each, step, today) : each));
          if (!keepsManager(staff, after, today)) continue;
          const days = LATER.map((days) => addDays(today, days));
          if (step.actor === step.target)
            for (const day of days)
              expect(heldOn(staff, step.actor, day)).toEqual(
                expect.arrayContaining(heldOn(after, step.actor, day)),
              );
          for (const day of days)
            expect(after.some((each) => mayManagePeople(each.accountId, after, day))).toBe(true);
          staff = after;
          changes++;
        }
      }),
      { numRuns: 400 },
    );
    expect(changes).toBeGreaterThan(400);
  });

  function heldOn(staff: readonly StaffFacts[], index: number, day: string): string[] {
    return (staff[index]?.terms ?? []).filter((term) => isHeldOn(term, day)).map((term) => term.position);
  }
});
