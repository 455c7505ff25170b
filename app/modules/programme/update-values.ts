import type { ActivityMeasures } from "./measures.ts";
import { versionAt } from "./rules.ts";

/** A value as people read it. */
export interface ValueView {
  id: string;
  name: string;
  unit: string;
  value: number | null;
  /** Of the report's quarter. */
  target: number | null;
}

/** Values of a report beside the target of its quarter; indicators that it does not mention are left out. */
export function updateValueViews(
  { input, options }: Pick<ActivityMeasures, "input" | "options">,
  update: { quarter: number; values: readonly { indicatorId: string; value: number }[] },
): ValueView[] {
  return input.indicators.flatMap(({ id, name, unit, targetVersions }) => {
    const value = update.values.find((each) => each.indicatorId === id)?.value;
    if (value === undefined) return [];
    const target = versionAt(targetVersions, options.asOf)?.targets[update.quarter - 1] ?? null;
    return [{ id, name, unit, value, target }];
  });
}
