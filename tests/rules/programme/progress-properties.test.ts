import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activityPhysicalPercent,
  barPercent,
  indicatorPercent,
  needsDeviation,
  type QuarterValues,
  realisedValue,
  targetUntil,
  weightedPercent,
} from "#app/modules/programme/progress-rules.ts";

const whole = fc.integer({ min: 0, max: 100_000 });
const percent = fc.double({ min: -500, max: 500, noNaN: true });
const maybe = fc.option(whole, { nil: null });
const quarters: fc.Arbitrary<QuarterValues> = fc.tuple(maybe, maybe, maybe, maybe);
const ordered = fc.tuple(whole, whole).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as [number, number]);

describe("indicator % properties", () => {
  it("more realised never lowers a rising % nor raises a falling one", () => {
    fc.assert(
      fc.property(ordered, ordered, fc.boolean(), ([low, high], [less, more], hasBaseline) => {
        const up = (realised: number) =>
          indicatorPercent({
            direction: "rising",
            baseline: hasBaseline ? low : null,
            target: high,
            realised,
          });
        const down = (realised: number) =>
          indicatorPercent({ direction: "falling", baseline: high, target: low, realised });
        expect(up(more)).toBeGreaterThanOrEqual(up(less) as number);
        expect(down(more)).toBeLessThanOrEqual(down(less) as number);
      }),
    );
  });

  it("reaching the target is 100 % in either direction", () => {
    fc.assert(
      fc.property(ordered, ([low, high]) => {
        const reached = [
          indicatorPercent({ direction: "rising", baseline: low, target: high, realised: high }),
          indicatorPercent({ direction: "rising", baseline: null, target: high, realised: high }),
          indicatorPercent({ direction: "falling", baseline: high, target: low, realised: low }),
        ];
        expect(reached).toEqual([100, 100, 100]);
      }),
    );
  });

  it("falling is rising mirrored", () => {
    fc.assert(
      fc.property(ordered, whole, ([target, baseline], realised) => {
        fc.pre(target !== baseline);
        const down = indicatorPercent({ direction: "falling", baseline, target, realised });
        const mirrored = indicatorPercent({
          direction: "rising",
          baseline: -baseline,
          target: -target,
          realised: -realised,
        });
        expect(down).toBe(mirrored);
      }),
    );
  });

  it("the bar lies within 0..100 and equals the number where that does", () => {
    fc.assert(
      fc.property(percent, (value) => {
        const bar = barPercent(value);
        expect(bar >= 0 && bar <= 100).toBe(true);
        if (value >= 0 && value <= 100) expect(bar === value).toBe(true);
      }),
    );
  });
});

describe("mean properties", () => {
  const activity = fc.record({
    percent: fc.double({ min: 0, max: 100, noNaN: true }),
    budget: fc.integer({ min: 0, max: 5_000_000_000 }),
  });

  it("an activity's % lies within 0..100 whatever its indicators show", () => {
    fc.assert(
      fc.property(fc.array(percent, { minLength: 1 }), (values) => {
        const mean = activityPhysicalPercent(values) as number;
        expect(mean >= 0 && mean <= 100.000001).toBe(true);
      }),
    );
  });

  it("a weighted mean lies between the least and the greatest of what has a budget", () => {
    fc.assert(
      fc.property(fc.array(activity, { minLength: 1 }), (activities) => {
        const funded = activities.filter(({ budget }) => budget > 0);
        const counted = (funded.length > 0 ? funded : activities).map((one) => one.percent);
        const mean = weightedPercent(activities) as number;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...counted) + 1e-9);
      }),
    );
  });

  it("a weighted mean does not change when all budgets are in another unit", () => {
    fc.assert(
      fc.property(
        fc.array(activity, { minLength: 1 }),
        fc.integer({ min: 2, max: 1000 }),
        (activities, factor) => {
          const scaled = activities.map((one) => ({ ...one, budget: one.budget * factor }));
          expect(weightedPercent(scaled)).toBeCloseTo(weightedPercent(activities) as number, 6);
        },
      ),
    );
  });

  it("finished everywhere is exactly 100 %", () => {
    fc.assert(
      fc.property(fc.array(activity, { minLength: 1 }), (activities) => {
        expect(weightedPercent(activities.map((one) => ({ ...one, percent: 100 })))).toBe(100);
      }),
    );
  });
});

describe("quarter properties", () => {
  it("a cumulative value is the sum of what is known, whatever the gaps", () => {
    fc.assert(
      fc.property(quarters, (values) => {
        const known = values.filter((value) => value !== null);
        const sum = known.reduce((total, value) => total + value, 0);
        expect(realisedValue(values, true)).toBe(known.length === 0 ? null : sum);
        expect(realisedValue(values, false)).toBe(known.at(-1) ?? null);
      }),
    );
  });

  it("a cumulative target never shrinks over the quarters", () => {
    fc.assert(
      fc.property(quarters, (targets) => {
        const until = ([1, 2, 3, 4] as const).map((quarter) => targetUntil(targets, true, quarter) ?? 0);
        expect(until).toEqual([...until].sort((a, b) => a - b));
      }),
    );
  });

  it("a wider limit never asks for a reason that a narrower one did not", () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(share, share, ordered, (physical, elapsed, [narrow, wide]) => {
        if (needsDeviation(physical, elapsed, wide))
          expect(needsDeviation(physical, elapsed, narrow)).toBe(true);
      }),
    );
  });
});
