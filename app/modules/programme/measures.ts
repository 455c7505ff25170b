import type { activityUpdates, deviations, indicators } from "#db/village/schema/programme.ts";
import type { ActivityRow, ProgrammeRow } from "./queries.server.ts";
import {
  type MeasureOptions,
  measureActivity,
  type ReportActivityInput,
  type ReportRow,
  type ReportSectionInput,
  type ReportTotals,
  totalRows,
} from "./report-rules.ts";
import type { OwingYear } from "./running-rules.ts";

export type UpdateRow = typeof activityUpdates.$inferSelect;
export type DeviationRow = typeof deviations.$inferSelect;
export type IndicatorFacts = typeof indicators.$inferSelect;
export interface Person {
  id: string;
  name: string;
}

/** What stands beside an activity's measured row. */
export interface ActivityFacts {
  activity: ActivityRow;
  people: readonly Person[];
  indicators: readonly IndicatorFacts[];
  /** Newest quarter first, in every state. */
  updates: readonly (UpdateRow & {
    values: readonly { indicatorId: string; value: number }[];
    evidenceCount: number;
  })[];
  /** Latest first, of the quarters up to that of the measure's day. */
  deviations: readonly DeviationRow[];
}

export interface ProgrammeMeasures {
  programme: ProgrammeRow;
  /** What buildReport takes; budgets, spending and counted values are those of `options.asOf`. */
  sections: readonly ReportSectionInput[];
  facts: ReadonlyMap<string, ActivityFacts>;
  options: MeasureOptions & { limitPoints: number };
  /** When reports are owed: from the plan's approval, so many days after a quarter's end. */
  owing: OwingYear;
}

export interface ActivityMeasures extends Pick<ProgrammeMeasures, "programme" | "options" | "owing"> {
  section: { id: string; name: string };
  facts: ActivityFacts;
  input: ReportActivityInput;
}

export interface MeasuredSection extends ReportTotals {
  id: string;
  name: string;
  rows: readonly ReportRow[];
}

/** Every section's rows and totals as of the measures' day, and the totals of all. */
export function measureProgramme({ sections, options }: ProgrammeMeasures): {
  sections: readonly MeasuredSection[];
  totals: ReportTotals;
} {
  const measured = sections.map(({ id, name, activities }) => {
    const rows = activities.map((activity) => measureActivity(activity, options));
    return { id, name, rows, ...totalRows(rows, options.limitPoints) };
  });
  const totals = totalRows(
    measured.flatMap((section) => section.rows),
    options.limitPoints,
  );
  return { sections: measured, totals };
}
