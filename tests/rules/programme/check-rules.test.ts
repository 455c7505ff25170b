import { describe, expect, it } from "vitest";
import {
  type ActivityPlan,
  findActivityProblems,
  findIndicatorProblems,
  isAboveHundredPercent,
  isPercentUnit,
  wrongTargets,
} from "#app/modules/programme/check-rules.ts";
import type { Indicator } from "#app/modules/programme/rules.ts";

const letters: Indicator = {
  name: "Surat selesai",
  unit: "surat",
  direction: "rising",
  isCumulative: true,
  baseline: null,
  source: "manual",
  targets: [10, 10, 10, 10],
};
const cases: Indicator = {
  ...letters,
  direction: "falling",
  isCumulative: false,
  baseline: 8,
  targets: [7, 6, 5, 4],
};

const plan: ActivityPlan = {
  name: "Pelayanan surat",
  months: [1, 2],
  activityCode: "01.03.01",
  budget: 5_000_000,
  fundSource: "add",
  responsibleCount: 1,
  indicators: [letters],
};

describe("percent", () => {
  const share = { ...letters, unit: "persen", isCumulative: false, targets: [60, 70, 120, -1] } as Indicator;

  it("can't be aimed at beyond the whole; each wrong quarter is named", () => {
    expect(findIndicatorProblems(share)).toEqual(
      expect.arrayContaining(["percent_target_above_100", "target_negative"]),
    );
    expect(wrongTargets(share)).toEqual([
      { quarter: 2, problem: "percent_target_above_100" },
      { quarter: 3, problem: "target_negative" },
    ]);
    expect(wrongTargets({ ...share, unit: "surat", targets: [60, 70, 120, 4] })).toEqual([]);
  });

  it("is known by its unit, and doubted where a report says more than all", () => {
    for (const unit of ["persen", "%", "Persen KK", "persentase"]) expect(isPercentUnit(unit)).toBe(true);
    for (const unit of ["surat", "persentil", "orang (%)"]) expect(isPercentUnit(unit)).toBe(false);
    expect(isAboveHundredPercent("%", 100)).toBe(false);
    expect(isAboveHundredPercent("%", 100.5)).toBe(true);
    expect(isAboveHundredPercent("surat", 500)).toBe(false);
  });
});

describe("indicator", () => {
  it("is complete with a target, in either direction, also where the baseline is to be held", () => {
    expect(findIndicatorProblems(letters)).toEqual([]);
    expect(findIndicatorProblems(cases)).toEqual([]);
    expect(findIndicatorProblems({ ...cases, targets: [8, 8, 8, 8] })).toEqual([]);
    expect(findIndicatorProblems({ ...cases, targets: [null, null, null, 0] })).toEqual([]);
  });

  it("needs a baseline when falling", () => {
    expect(findIndicatorProblems({ ...cases, baseline: null })).toEqual(["falling_needs_baseline"]);
  });

  it("needs a target on the right side of its baseline", () => {
    expect(findIndicatorProblems({ ...cases, targets: [7, 6, 5, 9] })).toEqual([
      "falling_target_above_baseline",
    ]);
    expect(findIndicatorProblems({ ...letters, baseline: 41 })).toEqual(["rising_target_below_baseline"]);
    expect(findIndicatorProblems({ ...letters, baseline: 40 })).toEqual([]);
  });

  it("needs a target at all, above zero without baseline and never negative", () => {
    expect(findIndicatorProblems({ ...letters, targets: [null, null, null, null] })).toEqual([
      "target_missing",
    ]);
    expect(findIndicatorProblems({ ...letters, targets: [0, 0, 0, null] })).toEqual([
      "rising_needs_positive_target",
    ]);
    expect(findIndicatorProblems({ ...letters, targets: [-1, 5, 5, 5] })).toEqual(["target_negative"]);
  });

  it("needs a name and a unit", () => {
    expect(findIndicatorProblems({ ...letters, name: " ", unit: "" })).toEqual([
      "indicator_name_missing",
      "unit_missing",
    ]);
  });
});

describe("activity", () => {
  it("is complete with months, people and an indicator; code and budget may wait", () => {
    expect(findActivityProblems(plan)).toEqual([]);
    expect(findActivityProblems({ ...plan, activityCode: null, budget: 0, fundSource: null })).toEqual([]);
  });

  it("names all that is missing at once", () => {
    const bare = { ...plan, name: "", months: [], responsibleCount: 0, indicators: [] };
    expect(findActivityProblems(bare)).toEqual([
      "activity_name_missing",
      "months_missing",
      "responsible_missing",
      "indicator_missing",
    ]);
  });

  it("refuses a wrong code and money without a source", () => {
    expect(findActivityProblems({ ...plan, activityCode: "1.3.1" })).toEqual(["code_invalid"]);
    expect(findActivityProblems({ ...plan, fundSource: null })).toEqual(["budget_needs_source"]);
    expect(findActivityProblems({ ...plan, fundSource: "tanpa-anggaran" })).toEqual(["budget_needs_source"]);
    expect(findActivityProblems({ ...plan, budget: -1 })).toEqual(["budget_invalid"]);
    expect(findActivityProblems({ ...plan, budget: 10.5 })).toEqual(["budget_invalid"]);
  });

  it("carries its indicators' problems", () => {
    expect(findActivityProblems({ ...plan, indicators: [{ ...cases, baseline: null }] })).toEqual([
      "falling_needs_baseline",
    ]);
  });
});
