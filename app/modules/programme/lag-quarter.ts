import type { Quarter } from "./calendar-rules.ts";
import { usualLagQuarter } from "./deviation-rules.ts";
import type { ActivityMeasures } from "./measures.ts";
import { measureActivity } from "./report-rules.ts";

/** The quarter that an explanation of an activity's lag most likely belongs to, from what it amounts to today. */
export function lagQuarter({ programme, facts, input, options }: ActivityMeasures): Quarter {
  return usualLagQuarter(facts.deviations, {
    year: programme.year,
    today: options.asOf,
    lagsOn: (asOf) => measureActivity(input, { ...options, asOf }).needsDeviation,
  });
}
