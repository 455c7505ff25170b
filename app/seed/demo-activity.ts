import type { Stage } from "./seed-deeds.ts";
import type { SeedActivityPlan } from "./seed-programme.ts";

/** An activity of the demo's year: its plan and what came of it quarter by quarter. */
export interface DemoActivity extends Omit<SeedActivityPlan, "people"> {
  /** User names; the first one reports. */
  team: [string, ...string[]];
  /** For each quarter the values of the proposed indicators; null where nobody reported. */
  results: (readonly number[] | null)[];
  /** What the report of each quarter says. */
  notes: string[];
  spending?: readonly DemoSpending[];
}

/** Month, day, whole rupiah, what for. */
export type DemoSpending = readonly [month: number, day: number, amount: number, note: string];

/** The plans of activities, as a village's people by user name make them. */
export function plansOf(activities: readonly DemoActivity[], people: Stage["people"]): SeedActivityPlan[] {
  return activities.map(({ key, budget, fund, team, indicators, counted }) => ({
    ...{ key, budget, fund, indicators, counted },
    people: team.flatMap((username) => people.get(username)?.accountId ?? []),
  }));
}

/** The same work a year later: baselines come from what was reached, what Balai counts has come along. */
export function carriedOn(plans: readonly SeedActivityPlan[]): SeedActivityPlan[] {
  return plans.map(({ counted: _counted, ...plan }) => ({
    ...plan,
    indicators: plan.indicators.map(({ targets }) => ({ targets })),
  }));
}
