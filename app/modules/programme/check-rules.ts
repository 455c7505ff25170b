import { isActivityCode } from "./apbdes-rules.ts";
import type { FundSource } from "./money-rules.ts";
import { targetUntil } from "./progress-rules.ts";
import type { Indicator } from "./rules.ts";

export type IndicatorProblem =
  | "indicator_name_missing"
  | "unit_missing"
  | "target_missing"
  | "target_negative"
  | "percent_target_above_100"
  | "falling_needs_baseline"
  | "falling_target_above_baseline"
  | "rising_target_below_baseline"
  | "rising_needs_positive_target";

export type ActivityProblem =
  | "activity_name_missing"
  | "months_missing"
  | "responsible_missing"
  | "indicator_missing"
  | "code_invalid"
  | "budget_invalid"
  | "budget_needs_source";

export type ActivityPlan = {
  name: string;
  months: readonly number[];
  activityCode: string | null;
  budget: number;
  fundSource: FundSource | null;
  responsibleCount: number;
  indicators: readonly Indicator[];
};

/**
 * What keeps an indicator from being measured; empty when nothing does. The target judged is the year's (sum of the
 * quarters if cumulative, else the latest). Equal to the baseline is allowed: then it counts as held or not.
 */
export function findIndicatorProblems(indicator: Indicator): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  if (indicator.name.trim() === "") problems.push("indicator_name_missing");
  if (indicator.unit.trim() === "") problems.push("unit_missing");
  problems.push(...indicator.targets.flatMap((target) => targetProblem(indicator, target) ?? []));
  const { direction, baseline } = indicator;
  if (direction === "falling" && baseline === null) problems.push("falling_needs_baseline");
  const target = targetUntil(indicator.targets, indicator.isCumulative, 4);
  if (target === null) return [...problems, "target_missing"];
  if (baseline === null) {
    if (direction === "rising" && target === 0) problems.push("rising_needs_positive_target");
    return problems;
  }
  if (direction === "rising" && target < baseline) problems.push("rising_target_below_baseline");
  if (direction === "falling" && target > baseline) problems.push("falling_target_above_baseline");
  return problems;
}

/** Is the indicator measured in hundredths of a whole? More than 100 of them can't be aimed at. */
export function isPercentUnit(unit: string): boolean {
  return /^(persen|persentase|%)(\s|$)/i.test(unit.trim());
}

/** Does a value in percent say more than the whole? */
export function isAboveHundredPercent(unit: string, value: number | null): boolean {
  return isPercentUnit(unit) && (value ?? 0) > 100;
}

/** What is wrong with one quarter's target by itself; null: nothing. */
export function targetProblem(
  { unit }: Pick<Indicator, "unit">,
  target: number | null,
): IndicatorProblem | null {
  if (target === null) return null;
  if (target < 0) return "target_negative";
  return isPercentUnit(unit) && target > 100 ? "percent_target_above_100" : null;
}

/** The quarters (from 0) whose targets are wrong by themselves, each with its problem: the sentence stands there. */
export function wrongTargets(
  indicator: Pick<Indicator, "unit" | "targets">,
): { quarter: number; problem: IndicatorProblem }[] {
  return indicator.targets.flatMap((target, quarter) => {
    const problem = targetProblem(indicator, target);
    return problem ? [{ quarter, problem }] : [];
  });
}

/** What keeps an activity from being submitted, its indicators' problems included; empty when nothing does. */
export function findActivityProblems(plan: ActivityPlan): (ActivityProblem | IndicatorProblem)[] {
  const problems: (ActivityProblem | IndicatorProblem)[] = [];
  if (plan.name.trim() === "") problems.push("activity_name_missing");
  if (plan.months.length === 0) problems.push("months_missing");
  if (plan.responsibleCount === 0) problems.push("responsible_missing");
  if (plan.indicators.length === 0) problems.push("indicator_missing");
  if (plan.activityCode !== null && !isActivityCode(plan.activityCode)) problems.push("code_invalid");
  return [...problems, ...findFundProblems(plan), ...plan.indicators.flatMap(findIndicatorProblems)];
}

function findFundProblems({ budget, fundSource }: ActivityPlan): ActivityProblem[] {
  if (!Number.isSafeInteger(budget) || budget < 0) return ["budget_invalid"];
  const isFunded = fundSource !== null && fundSource !== "tanpa-anggaran";
  return budget > 0 && !isFunded ? ["budget_needs_source"] : [];
}
