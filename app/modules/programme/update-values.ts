import type { Quarter } from "./calendar-rules.ts";
import type { ActivityMeasures } from "./measures.ts";
import { type Replacement, replacementBy } from "./progress-rules.ts";
import type { UpdateState } from "./rules.ts";
import { versionAt } from "./rules.ts";

/** A value as people read it. */
export interface ValueView {
  id: string;
  name: string;
  unit: string;
  value: number | null;
  /** Of the report's quarter. */
  target: number | null;
  /** Approved value of the quarter that this one would replace; null for a report that was decided. */
  replaces: Replacement | null;
}

/** Values of a report beside the target of its quarter; indicators that it does not mention are left out. */
export function updateValueViews(
  { input, options }: Pick<ActivityMeasures, "input" | "options">,
  update: {
    quarter: number;
    asOf: string;
    state: UpdateState;
    values: readonly { indicatorId: string; value: number }[];
  },
): ValueView[] {
  return input.indicators.flatMap(({ id, name, unit, targetVersions, updates }) => {
    const value = update.values.find((each) => each.indicatorId === id)?.value;
    if (value === undefined) return [];
    const target = versionAt(targetVersions, options.asOf)?.targets[update.quarter - 1] ?? null;
    const candidate = { quarter: update.quarter as Quarter, asOf: update.asOf };
    const replaces = update.state === "approved" ? null : replacementBy(updates, candidate, options);
    return [{ id, name, unit, value, target, replaces }];
  });
}
