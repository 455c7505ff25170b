import { type CivilDate, QUARTERS, type Quarter } from "./calendar-rules.ts";
import { roundHalfAway } from "./format-rules.ts";
import type { Direction, QuarterTargets, UpdateState } from "./rules.ts";

/** Points that physical % may lie behind elapsed % before cause and correction are asked for. */
export const DEFAULT_DEVIATION_POINTS = 10;

/** `value` is the quarter's total so far (cumulative) or the level (otherwise) as it stood on the day `asOf`. */
export type ProgressUpdate = {
  quarter: Quarter;
  value: number;
  state: UpdateState;
  asOf: CivilDate;
  /** ISO instant of approval or return; null while undecided. */
  decidedAt: string | null;
};

/** Value per quarter in the indicator's unit; null where nothing is known. */
export type QuarterValues = readonly [number | null, number | null, number | null, number | null];

export type UpdateCutoff = {
  /** Situation of this day: updates for a later day are left out. */
  asOf: CivilDate;
  /** ISO instant: leave out what was approved later, to repeat a report as it was once printed. */
  knownAt?: string;
};

/**
 * The four quarters' values from approved updates up to the cut-off. Of one quarter the one for the latest day (then
 * the latest approved) replaces the others: each states the quarter so far, so adding them would count work twice,
 * and a correction needs no other means than a newer update.
 */
export function quarterValues(updates: readonly ProgressUpdate[], cutoff: UpdateCutoff): QuarterValues {
  const latest = (quarter: Quarter) =>
    updates
      .filter((update) => update.quarter === quarter && isCounted(update, cutoff))
      .reduce<ProgressUpdate | null>((best, next) => (best && isLater(best, next) ? best : next), null);
  const value = (quarter: Quarter) => latest(quarter)?.value ?? null;
  return [value(1), value(2), value(3), value(4)];
}

/** The approved value whose place another update of the same quarter would take. */
export type Replacement = {
  value: number;
  /** False where a value for a later day was approved: then the other changes nothing. */
  isCounted: boolean;
};

/** What approving one more update of a quarter would replace; null where nothing of it was approved yet. */
export function replacementBy(
  updates: readonly ProgressUpdate[],
  candidate: { quarter: Quarter; asOf: CivilDate },
  cutoff: UpdateCutoff,
): Replacement | null {
  const standing = updates
    .filter((update) => update.quarter === candidate.quarter && isCounted(update, cutoff))
    .reduce<ProgressUpdate | null>((best, next) => (best && isLater(best, next) ? best : next), null);
  return standing && { value: standing.value, isCounted: candidate.asOf >= standing.asOf };
}

function isCounted(update: ProgressUpdate, { asOf, knownAt }: UpdateCutoff): boolean {
  if (update.state !== "approved" || update.asOf > asOf) return false;
  return knownAt === undefined || (update.decidedAt !== null && update.decidedAt <= knownAt);
}

function isLater(a: ProgressUpdate, b: ProgressUpdate): boolean {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  return (a.decidedAt ?? "") > (b.decidedAt ?? "");
}

/**
 * Realised value from values per quarter (of updates or counted from records): cumulative adds them, otherwise the
 * latest known counts. Null when no quarter is known.
 */
export function realisedValue(values: QuarterValues, isCumulative: boolean): number | null {
  return reduceQuarters(values, isCumulative, 4);
}

/**
 * Target up to and including `quarter` (4: the year's): cumulative adds the quarters' targets, otherwise the latest
 * one set counts. Null when none is set, or before the year (quarter null).
 */
export function targetUntil(
  targets: QuarterTargets,
  isCumulative: boolean,
  quarter: Quarter | null,
): number | null {
  return quarter === null ? null : reduceQuarters(targets, isCumulative, quarter);
}

function reduceQuarters(values: QuarterValues, isCumulative: boolean, until: Quarter): number | null {
  const known = QUARTERS.filter((quarter) => quarter <= until)
    .map((quarter) => values[quarter - 1] ?? null)
    .filter((value) => value !== null);
  if (known.length === 0) return null;
  return isCumulative ? known.reduce((sum, value) => sum + value, 0) : (known.at(-1) ?? null);
}

export type IndicatorMeasure = {
  direction: Direction;
  baseline: number | null;
  /** The year's target: physical % is measured against the whole year, to be comparable with elapsed %. */
  target: number | null;
  realised: number | null;
};

/**
 * True % of an indicator, unrounded; may be below 0 or above 100. Formulas of the work programme:
 * rising (realised - baseline) / (target - baseline), falling (baseline - realised) / (baseline - target),
 * without a baseline realised / target. Baseline = target (or no baseline and target 0) is held, 100, or not, 0.
 * Nothing realised yet is 0. Null without a target, and for a falling indicator without baseline (not valid).
 */
export function indicatorPercent({ direction, baseline, target, realised }: IndicatorMeasure): number | null {
  if (target === null || (direction === "falling" && baseline === null)) return null;
  if (realised === null) return 0;
  const from = baseline ?? 0;
  if (from === target) {
    const isHeld = direction === "rising" ? realised >= target : realised <= target;
    return isHeld ? 100 : 0;
  }
  return ((realised - from) / (target - from)) * 100 + 0;
}

/** Length of the bar for a true %: never below 0 or above 100; nothing known is 0. */
export function barPercent(percent: number | null): number {
  return Math.min(Math.max(percent ?? 0, 0), 100);
}

/**
 * Physical % of an activity: plain mean of its indicators, each capped at 100 and floored at 0, so that neither a
 * surplus nor a relapse of one (its own number shows it) is paid by another. Indicators without a target are left
 * out; null ("belum ada indikator") when none remains.
 */
export function activityPhysicalPercent(indicators: readonly (number | null)[]): number | null {
  const known = indicators.filter((percent) => percent !== null);
  return plainMean(known.map(barPercent));
}

export type WeightedPercent = { percent: number | null; budget: number };

/**
 * Mean of activities weighted by budget (rupiah); plain mean where every budget is 0; null without activities.
 * An unknown % counts as 0: left out, a programme would look better by dropping its indicators.
 */
export function weightedPercent(activities: readonly WeightedPercent[]): number | null {
  const totalBudget = activities.reduce((sum, activity) => sum + activity.budget, 0);
  if (totalBudget === 0) return plainMean(activities.map((activity) => activity.percent ?? 0));
  return activities.reduce((sum, { percent, budget }) => sum + (percent ?? 0) * budget, 0) / totalBudget;
}

function plainMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Financial % = spending / budget (whole rupiah); may pass 100. Null ("tanpa anggaran") where the budget is 0. */
export function financialPercent(spending: number, budget: number): number | null {
  return budget === 0 ? null : (spending / budget) * 100;
}

/**
 * Points that physical % lies behind elapsed % (negative: ahead), from both as shown with one decimal, so that a
 * reader of the printed page comes to the same verdict. No indicator counts as 0 %; null without months.
 */
export function pointsBehind(physical: number | null, elapsed: number | null): number | null {
  if (elapsed === null) return null;
  return roundHalfAway(roundHalfAway(elapsed, 1) - roundHalfAway(physical ?? 0, 1), 1);
}

/** Behind: physical % below elapsed %. */
export function isBehind(physical: number | null, elapsed: number | null): boolean {
  return (pointsBehind(physical, elapsed) ?? 0) > 0;
}

/** True when more than `limitPoints` behind: cause and correction must be written down. */
export function needsDeviation(
  physical: number | null,
  elapsed: number | null,
  limitPoints: number = DEFAULT_DEVIATION_POINTS,
): boolean {
  return (pointsBehind(physical, elapsed) ?? 0) > limitPoints;
}
