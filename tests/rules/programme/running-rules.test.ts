import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MONTHS,
  QUARTERS,
  quarterEnd,
  quarterOf,
  quarterStart,
} from "#app/modules/programme/calendar-rules.ts";
import { dueThings } from "#app/modules/programme/due-rules.ts";
import { PROGRAMME_STATES, UPDATE_STATES } from "#app/modules/programme/rules.ts";
import {
  boardColumn,
  editorsAfter,
  effectiveState,
  mayApprove,
  nextDay,
  owedQuarters,
  owedUpdates,
  settingNumber,
  updateDayProblem,
  updateDeadline,
  usualQuarter,
} from "#app/modules/programme/running-rules.ts";

const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months = fc.subarray([...MONTHS]);
const updates = fc.array(
  fc.record({ quarter: fc.constantFrom(1, 2, 3, 4), state: fc.constantFrom(...UPDATE_STATES) }),
  { maxLength: 6 },
);

describe("effectiveState", () => {
  it("is running for an approved programme from 1 January of its year, else the state itself", () => {
    expect(effectiveState({ state: "approved", year: 2027 }, "2026-12-31")).toBe("approved");
    expect(effectiveState({ state: "approved", year: 2027 }, "2027-01-01")).toBe("running");
    fc.assert(
      fc.property(fc.constantFrom(...PROGRAMME_STATES), day, (state, today) => {
        const effective = effectiveState({ state, year: 2027 }, today);
        if (state !== "approved") expect(effective).toBe(state);
      }),
    );
  });
});

describe("updateDeadline", () => {
  it("counts calendar days after the quarter's end, over the year's end too", () => {
    expect(updateDeadline(2027, 1, 10)).toBe("2027-04-10");
    expect(updateDeadline(2027, 4, 10)).toBe("2028-01-10");
    expect(updateDeadline(2027, 4, 0)).toBe("2027-12-31");
    expect(nextDay("2028-02-28")).toBe("2028-02-29");
  });
});

const OWING = { year: 2027, days: 10, approvedOn: "2026-12-10" };

describe("owedUpdates", () => {
  it("asks for no report of a quarter that was over before the plan was approved", () => {
    const activity = { months: [1, 4, 7, 10], updates: [] };
    const late = { ...OWING, approvedOn: "2027-08-15" };
    expect(owedUpdates(activity, late, "2027-10-05")).toMatchObject([{ quarter: 3, isLate: false }]);
    expect(owedUpdates(activity, { ...late, approvedOn: "2027-09-30" }, "2027-10-05")).toHaveLength(1);
    expect(owedUpdates(activity, { ...late, approvedOn: null }, "2027-10-05")).toHaveLength(3);
  });

  it("names the quarters of the activity's months that are over and for which nothing was sent", () => {
    const activity = { months: [2, 5, 11], updates: [{ quarter: 1, state: "returned" as const }] };
    expect(owedUpdates(activity, OWING, "2027-07-10")).toEqual([
      { quarter: 1, deadline: "2027-04-10", isLate: true },
      { quarter: 2, deadline: "2027-07-10", isLate: false },
    ]);
  });

  it("never names a quarter that is not over, has no month, or was reported", () => {
    fc.assert(
      fc.property(months, updates, day, fc.nat(60), (chosen, sent, today, days) => {
        for (const owed of owedUpdates({ months: chosen, updates: sent }, { ...OWING, days }, today)) {
          expect(quarterEnd(2027, owed.quarter) < today).toBe(true);
          expect(chosen.some((month) => quarterOf(month) === owed.quarter)).toBe(true);
          expect(
            sent.some(
              ({ quarter, state }) =>
                quarter === owed.quarter && (state === "submitted" || state === "approved"),
            ),
          ).toBe(false);
          expect(owed.isLate).toBe(today > owed.deadline);
        }
      }),
    );
  });

  it("is over once all owed quarters were sent, whatever the day", () => {
    fc.assert(
      fc.property(months, day, (chosen, today) => {
        const sent = owedQuarters(chosen).map((quarter) => ({ quarter, state: "submitted" as const }));
        expect(owedUpdates({ months: chosen, updates: sent }, OWING, today)).toEqual([]);
      }),
    );
  });
});

describe("usualQuarter", () => {
  it("is the oldest owed, else that of today held within the year", () => {
    expect(usualQuarter([{ quarter: 2, deadline: "2027-07-10", isLate: true }], 2027, "2027-11-01")).toBe(2);
    expect(usualQuarter([], 2027, "2027-05-01")).toBe(2);
    expect(usualQuarter([], 2027, "2026-12-01")).toBe(1);
    expect(usualQuarter([], 2027, "2028-02-01")).toBe(4);
  });
});

describe("updateDayProblem", () => {
  it("allows exactly the days of the quarter up to today", () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUARTERS), day, day, (quarter, asOf, today) => {
        const isInside = asOf >= quarterStart(2027, quarter) && asOf <= quarterEnd(2027, quarter);
        const problem = updateDayProblem(2027, quarter, asOf, today);
        expect(problem === null).toBe(isInside && asOf <= today);
      }),
    );
  });
});

describe("boardColumn", () => {
  const at = (physical: number | null, elapsed: number | null) =>
    boardColumn({ physical, elapsed, isBehind: (physical ?? 0) < (elapsed ?? 0) });

  it("puts an activity where a reader of its bars would", () => {
    expect(at(100, 100)).toBe("done");
    expect(at(100, 0)).toBe("done");
    expect(at(null, 0)).toBe("not_started");
    expect(at(0, null)).toBe("not_started");
    expect(at(5, 0)).toBe("on_track");
    expect(at(30, 30)).toBe("on_track");
    expect(at(null, 8)).toBe("behind");
  });
});

describe("mayApprove and settingNumber", () => {
  it("keep an author from his own report only where somebody else could approve it", () => {
    const written = { createdBy: "a", editors: [], submittedBy: "a" };
    expect(mayApprove(written, "b", 0)).toBe(true);
    expect(mayApprove(written, "a", 1)).toBe(false);
    expect(mayApprove(written, "a", 0)).toBe(true);
  });

  it("count whoever changed or sent a report among its authors, once, for good", () => {
    const begun = { createdBy: "a", editors: [], submittedBy: null };
    const changed = { ...begun, editors: editorsAfter(begun, "b") };
    expect(changed.editors).toEqual(["b"]);
    expect(editorsAfter(changed, "b")).toEqual(["b"]);
    expect(editorsAfter(changed, "a")).toEqual(["b"]);
    expect(mayApprove(changed, "b", 1)).toBe(false);
    expect(mayApprove({ ...begun, submittedBy: "c" }, "c", 1)).toBe(false);
    expect(mayApprove({ ...begun, submittedBy: "c" }, "b", 1)).toBe(true);
  });

  it("take whole numbers of 0 or more for a setting", () => {
    expect([0, 15, -1, 1.5, "7", null].map((value) => settingNumber(value, 10))).toEqual([
      0, 15, 10, 10, 10, 10,
    ]);
  });
});

describe("dueThings", () => {
  const activity = (changes: Record<string, unknown> = {}) => ({
    id: "a",
    name: "Surat",
    months: [1, 2, 3],
    updates: [],
    lacksExplanation: false,
    steps: [],
    team: ["orang"],
    ...changes,
  });
  const keysAt = (today: string, changes?: Record<string, unknown>) =>
    dueThings({ year: 2027, owing: OWING, activities: [activity(changes)] }, today).map(
      ({ dueKey, dueOn }) => `${dueKey} ${dueOn}`,
    );

  it("has a report due after its quarter, and only as late after the deadline", () => {
    expect(keysAt("2027-01-05")).toEqual(["programme.update:a:1 2027-04-01"]);
    expect(keysAt("2027-04-10")).toEqual(["programme.update:a:1 2027-04-01"]);
    expect(keysAt("2027-04-11")).toEqual(["programme.update-late:a:1 2027-04-11"]);
  });

  it("has no report due of a quarter that was over before the approval", () => {
    const things = dueThings(
      { year: 2027, owing: { ...OWING, approvedOn: "2027-04-01" }, activities: [activity()] },
      "2027-04-11",
    );
    expect(things).toEqual([]);
  });

  it("leaves out steps that are done or have no date, and gives one without owner to the team", () => {
    const step = { id: "s", title: "Cetak", ownerId: null, dueOn: "2027-02-01", isDone: false };
    const steps = [step, { ...step, id: "t", isDone: true }, { ...step, id: "u", dueOn: null }];
    expect(keysAt("2027-01-05", { months: [], steps })).toEqual(["programme.step:s:2027-02-01 2027-02-01"]);
    const [thing] = dueThings(
      { year: 2027, owing: OWING, activities: [activity({ months: [], steps })] },
      "2027-01-05",
    );
    expect(thing?.receivers).toEqual(["orang"]);
  });

  it("never has two things under one key", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(months, updates, fc.boolean()), { maxLength: 5 }), day, (rows, today) => {
        const activities = rows.map(([chosen, sent, lacksExplanation], index) =>
          activity({ id: `a${index}`, months: chosen, updates: sent, lacksExplanation }),
        );
        const keys = dueThings({ year: 2027, owing: OWING, activities }, today).map(({ dueKey }) => dueKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
