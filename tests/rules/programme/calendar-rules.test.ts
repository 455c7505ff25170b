import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDate,
  daysInMonth,
  defaultUpdateDay,
  elapsedPercent,
  isCivilDate,
  isDateInQuarter,
  monthsFromMask,
  monthsToMask,
  normaliseMonths,
  type Quarter,
  quarterEnd,
  quarterOf,
  quarterReached,
  quarterStart,
  reportDate,
} from "#app/modules/programme/calendar-rules.ts";

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 });
const year = fc.integer({ min: 2020, max: 2040 });
const dayOf = (y: number) =>
  fc
    .integer({ min: 1, max: 12 })
    .chain((month) =>
      fc.integer({ min: 1, max: daysInMonth(y, month) }).map((day) => civilDate(y, month, day)),
    );

describe("civil dates", () => {
  it("knows which days exist, leap years included", () => {
    expect(["2028-02-29", "2000-02-29", "2027-12-31"].every(isCivilDate)).toBe(true);
    const wrong = ["2027-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-1-1", "", "x"];
    expect(wrong.filter(isCivilDate)).toEqual([]);
  });

  it("names the quarters' bounds", () => {
    expect([1, 2, 3, 4].map((q) => quarterEnd(2027, q as Quarter))).toEqual([
      "2027-03-31",
      "2027-06-30",
      "2027-09-30",
      "2027-12-31",
    ]);
    expect(quarterStart(2027, 3)).toBe("2027-07-01");
    expect([1, 3, 4, 6, 7, 9, 10, 12].map(quarterOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(isDateInQuarter("2027-03-31", 2027, 1)).toBe(true);
    expect(isDateInQuarter("2027-04-01", 2027, 1)).toBe(false);
    expect(isDateInQuarter("2026-03-31", 2027, 1)).toBe(false);
  });

  it("dates a report by its period's last day unless another day is chosen", () => {
    expect(reportDate(2027, { kind: "quarter", quarter: 1 })).toBe("2027-03-31");
    expect(reportDate(2027, { kind: "year" }, null)).toBe("2027-12-31");
    expect(reportDate(2027, { kind: "quarter", quarter: 1 }, "2027-02-15")).toBe("2027-02-15");
  });

  it("holds the reached quarter within the programme's year", () => {
    expect(quarterReached(2027, "2026-12-31")).toBeNull();
    expect(quarterReached(2027, "2027-08-01")).toBe(3);
    expect(quarterReached(2027, "2028-01-01")).toBe(4);
  });

  it("dates a late update by its quarter's last day", () => {
    expect(defaultUpdateDay(2027, 1, "2027-04-05")).toBe("2027-03-31");
    expect(defaultUpdateDay(2027, 1, "2027-01-20")).toBe("2027-01-20");
    expect(defaultUpdateDay(2027, 1, "2026-12-20")).toBe("2027-01-01");
  });

  it("stores months as a mask and back", () => {
    expect(monthsToMask([1, 12])).toBe(2049);
    fc.assert(
      fc.property(months, (set) => {
        expect(monthsFromMask(monthsToMask(set))).toEqual(normaliseMonths(set));
      }),
    );
  });
});

describe("elapsed %", () => {
  it("counts the day of the report: 31 of 90 days by 31 January", () => {
    expect(elapsedPercent([1, 2, 3], 2027, "2027-01-31")).toBeCloseTo((31 / 90) * 100, 10);
    expect(elapsedPercent([1], 2027, "2027-01-01")).toBeCloseTo((1 / 31) * 100, 10);
  });

  it("counts only the activity's own months: gaps stand still", () => {
    const atGap = (31 / (31 + 30)) * 100;
    expect(elapsedPercent([3, 9], 2027, "2027-03-31")).toBeCloseTo(atGap, 10);
    expect(elapsedPercent([9, 3], 2027, "2027-08-31")).toBeCloseTo(atGap, 10);
    expect(elapsedPercent([3, 9], 2027, "2027-09-15")).toBeCloseTo(((31 + 15) / 61) * 100, 10);
  });

  it("gives February 29 days in a leap year only", () => {
    expect(elapsedPercent([2], 2028, "2028-02-28")).toBeCloseTo((28 / 29) * 100, 10);
    expect(elapsedPercent([2], 2027, "2027-02-28")).toBe(100);
    expect(elapsedPercent([2], 2100, "2100-02-28")).toBe(100);
    expect(
      elapsedPercent(
        Array.from({ length: 12 }, (_, i) => i + 1),
        2028,
        "2028-06-30",
      ),
    ).toBeCloseTo((182 / 366) * 100, 10);
  });

  it("is unknown without months and refuses a day that does not exist", () => {
    expect(elapsedPercent([], 2027, "2027-05-01")).toBeNull();
    expect(() => elapsedPercent([1], 2027, "2027-02-30")).toThrow(RangeError);
  });

  it("is 0 before the first of its months and 100 from the last day on", () => {
    fc.assert(
      fc.property(months, year, (set, y) => {
        const first = Math.min(...set);
        const last = Math.max(...set);
        const eve =
          first === 1 ? civilDate(y - 1, 12, 31) : civilDate(y, first - 1, daysInMonth(y, first - 1));
        expect(elapsedPercent(set, y, eve)).toBe(0);
        expect(elapsedPercent(set, y, civilDate(y, last, daysInMonth(y, last)))).toBe(100);
        expect(elapsedPercent(set, y, civilDate(y + 1, 1, 1))).toBe(100);
      }),
    );
  });

  it("never falls from one day to a later one and stays within 0..100", () => {
    const cases = year.chain((y) => fc.tuple(months, fc.constant(y), dayOf(y), dayOf(y)));
    fc.assert(
      fc.property(cases, ([set, y, a, b]) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const before = elapsedPercent(set, y, earlier) ?? -1;
        const after = elapsedPercent(set, y, later) ?? -1;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(100);
      }),
    );
  });
});
