import { describe, expect, it } from "vitest";
import {
  activityPhysicalPercent,
  barPercent,
  financialPercent,
  indicatorPercent,
  isBehind,
  needsDeviation,
  type ProgressUpdate,
  pointsBehind,
  quarterValues,
  realisedValue,
  replacementBy,
  targetUntil,
  weightedPercent,
} from "#app/modules/programme/progress-rules.ts";

const rising = (baseline: number | null, target: number | null, realised: number | null) =>
  indicatorPercent({ direction: "rising", baseline, target, realised });
const falling = (baseline: number | null, target: number | null, realised: number | null) =>
  indicatorPercent({ direction: "falling", baseline, target, realised });

describe("indicator %", () => {
  it("rising: from 40 towards 80, at 50, is a quarter of the way", () => {
    expect(rising(40, 80, 50)).toBe(25);
  });

  it("rising: the number goes over 100 while the bar stops", () => {
    expect(rising(40, 80, 90)).toBe(125);
    expect(barPercent(rising(40, 80, 90))).toBe(100);
  });

  it("rising: below the baseline the number is negative and the bar empty", () => {
    expect(rising(40, 80, 30)).toBe(-25);
    expect(barPercent(rising(40, 80, 30))).toBe(0);
  });

  it("falling: from 20 cases towards 5, at 8, is 80 %", () => {
    expect(falling(20, 5, 8)).toBe(80);
    expect(falling(20, 5, 2)).toBe(120);
    expect(falling(20, 5, 23)).toBe(-20);
    expect(falling(20, 0, 0)).toBe(100);
  });

  it("without a baseline a rising indicator is realised / target", () => {
    expect(rising(null, 120, 30)).toBe(25);
    expect(rising(0, 120, 30)).toBe(25);
    expect(rising(null, 120, 150)).toBe(125);
  });

  it("a falling indicator without a baseline cannot be measured", () => {
    expect(falling(null, 5, 8)).toBeNull();
  });

  it("baseline = target is held or not", () => {
    expect(rising(90, 90, 90)).toBe(100);
    expect(rising(90, 90, 95)).toBe(100);
    expect(rising(90, 90, 89)).toBe(0);
    expect(falling(3, 3, 3)).toBe(100);
    expect(falling(3, 3, 4)).toBe(0);
    expect(falling(3, 3, 1)).toBe(100);
    expect(rising(null, 0, 0)).toBe(100);
  });

  it("nothing reported is 0 %, also for what only has to be held; no target is unknown", () => {
    expect(rising(40, 80, null)).toBe(0);
    expect(falling(20, 5, null)).toBe(0);
    expect(rising(90, 90, null)).toBe(0);
    expect(rising(40, null, 50)).toBeNull();
    expect(barPercent(null)).toBe(0);
  });

  it("standing at the baseline is plain 0, not minus 0", () => {
    expect(Object.is(falling(20, 5, 20), 0)).toBe(true);
    expect(Object.is(rising(20, 50, 20), 0)).toBe(true);
  });
});

function update(quarter: 1 | 2 | 3 | 4, value: number, asOf: string, more: Partial<ProgressUpdate> = {}) {
  return {
    quarter,
    value,
    asOf,
    state: "approved",
    decidedAt: `${asOf}T08:00:00Z`,
    ...more,
  } as ProgressUpdate;
}

describe("realised value", () => {
  const updates = [
    update(1, 4, "2027-01-31"),
    update(1, 12, "2027-03-20"),
    update(2, 7, "2027-06-10"),
    update(2, 99, "2027-06-20", { state: "submitted", decidedAt: null }),
    update(3, 50, "2027-08-01", { state: "returned" }),
    update(3, 60, "2027-08-02", { state: "draft", decidedAt: null }),
  ];

  it("takes the latest approved update of each quarter, and only approved ones", () => {
    expect(quarterValues(updates, { asOf: "2027-12-31" })).toEqual([12, 7, null, null]);
    expect(quarterValues([...updates].reverse(), { asOf: "2027-12-31" })).toEqual([12, 7, null, null]);
  });

  it("leaves out what stands for a later day than the report's", () => {
    expect(quarterValues(updates, { asOf: "2027-02-28" })).toEqual([4, null, null, null]);
    expect(quarterValues(updates, { asOf: "2027-01-30" })).toEqual([null, null, null, null]);
  });

  it("counts a first-quarter update approved in April in the first-quarter report", () => {
    const late = [update(1, 9, "2027-03-31", { decidedAt: "2027-04-07T02:00:00Z" })];
    expect(quarterValues(late, { asOf: "2027-03-31" })).toEqual([9, null, null, null]);
    expect(quarterValues(late, { asOf: "2027-03-31", knownAt: "2027-04-06T23:59:59Z" })[0]).toBeNull();
  });

  it("lets a correction for the same day replace by its time of approval", () => {
    const first = update(1, 9, "2027-03-31", { decidedAt: "2027-04-01T02:00:00Z" });
    const correction = update(1, 8, "2027-03-31", { decidedAt: "2027-04-02T02:00:00Z" });
    expect(quarterValues([correction, first], { asOf: "2027-12-31" })[0]).toBe(8);
    expect(
      quarterValues([correction, first], { asOf: "2027-12-31", knownAt: "2027-04-01T12:00:00Z" })[0],
    ).toBe(9);
  });

  it("adds the quarters when cumulative, else takes the latest known", () => {
    expect(realisedValue([12, 7, null, 5], true)).toBe(24);
    expect(realisedValue([12, 7, null, null], false)).toBe(7);
    expect(realisedValue([12, null, 0, null], false)).toBe(0);
    expect(realisedValue([null, null, null, null], true)).toBeNull();
  });
});

describe("target", () => {
  it("adds the quarters up to the one asked for when cumulative", () => {
    expect(targetUntil([10, 20, null, 30], true, 1)).toBe(10);
    expect(targetUntil([10, 20, null, 30], true, 3)).toBe(30);
    expect(targetUntil([10, 20, null, 30], true, 4)).toBe(60);
  });

  it("takes the latest one set otherwise", () => {
    expect(targetUntil([70, null, 80, null], false, 2)).toBe(70);
    expect(targetUntil([70, null, 80, null], false, 4)).toBe(80);
    expect(targetUntil([null, null, null, 90], false, 3)).toBeNull();
    expect(targetUntil([70, 70, 70, 70], false, null)).toBeNull();
  });
});

describe("activity and programme", () => {
  it("activity: plain mean of its indicators, each capped", () => {
    expect(activityPhysicalPercent([25, 125])).toBe(62.5);
    expect(activityPhysicalPercent([-20, 80])).toBe(40);
    expect(activityPhysicalPercent([null, 80])).toBe(80);
    expect(activityPhysicalPercent([null])).toBeNull();
    expect(activityPhysicalPercent([])).toBeNull();
  });

  it("programme: weighted by budget, (50 x 10 + 100 x 30) / 40 million = 87.5 %", () => {
    const activities = [
      { percent: 50, budget: 10_000_000 },
      { percent: 100, budget: 30_000_000 },
      { percent: 0, budget: 0 },
    ];
    expect(weightedPercent(activities)).toBe(87.5);
  });

  it("programme: plain mean where every budget is 0; an unknown activity counts as 0", () => {
    expect(
      weightedPercent([
        { percent: 50, budget: 0 },
        { percent: 100, budget: 0 },
      ]),
    ).toBe(75);
    expect(
      weightedPercent([
        { percent: null, budget: 0 },
        { percent: 100, budget: 0 },
      ]),
    ).toBe(50);
    expect(
      weightedPercent([
        { percent: null, budget: 1 },
        { percent: 100, budget: 3 },
      ]),
    ).toBe(75);
    expect(weightedPercent([])).toBeNull();
  });

  it("financial: spending / budget, unknown without a budget", () => {
    expect(financialPercent(2_500_000, 10_000_000)).toBe(25);
    expect(financialPercent(12_000_000, 10_000_000)).toBe(120);
    expect(financialPercent(0, 0)).toBeNull();
    expect(financialPercent(500, 0)).toBeNull();
  });
});

describe("behind", () => {
  it("is physical below elapsed, judged as shown with one decimal", () => {
    expect(isBehind(40, 50)).toBe(true);
    expect(isBehind(50, 50)).toBe(false);
    expect(isBehind(33.31, 33.34)).toBe(false);
    expect(isBehind(100, 60)).toBe(false);
    expect(isBehind(null, 5)).toBe(true);
    expect(isBehind(null, null)).toBe(false);
    expect(pointsBehind(40.1, 50.1)).toBe(10);
    expect(pointsBehind(60, 50)).toBe(-10);
  });

  it("asks for cause and correction only beyond the limit, 10 points unless set", () => {
    expect(needsDeviation(40, 50)).toBe(false);
    expect(needsDeviation(40.1, 50.1)).toBe(false);
    expect(needsDeviation(39.9, 50)).toBe(true);
    expect(needsDeviation(45, 50, 0)).toBe(true);
    expect(needsDeviation(39.9, 50, 25)).toBe(false);
  });
});

describe("replacementBy", () => {
  const approved = (asOf: string, value: number): ProgressUpdate => ({
    quarter: 1,
    value,
    state: "approved",
    asOf,
    decidedAt: `${asOf}T05:00:00.000Z`,
  });
  const cutoff = { asOf: "2027-06-30" };

  it("names the approved value that one more report of the quarter would replace", () => {
    const updates = [approved("2027-02-28", 3), approved("2027-03-20", 5)];
    const by = (quarter: 1 | 2, asOf: string) => replacementBy(updates, { quarter, asOf }, cutoff);
    expect(by(1, "2027-03-31")).toEqual({ value: 5, isCounted: true });
    expect(by(1, "2027-03-01")).toEqual({ value: 5, isCounted: false });
    expect(by(2, "2027-04-30")).toBeNull();
    expect(
      replacementBy(
        [{ ...approved("2027-03-20", 5), state: "submitted" }],
        { quarter: 1, asOf: "2027-03-31" },
        cutoff,
      ),
    ).toBeNull();
  });
});
