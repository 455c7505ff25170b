import {
  type CivilDate,
  elapsedPercent,
  quarterReached,
  type ReportPeriod,
  reportDate,
} from "./calendar-rules.ts";
import {
  activityPhysicalPercent,
  barPercent,
  financialPercent,
  indicatorPercent,
  isBehind,
  needsDeviation,
  type ProgressUpdate,
  pointsBehind,
  type QuarterValues,
  quarterValues,
  realisedValue,
  targetUntil,
  weightedPercent,
} from "./progress-rules.ts";
import { type Indicator, type TargetVersion, versionAt } from "./rules.ts";

export type ReportIndicatorInput = Omit<Indicator, "targets"> & {
  id: string;
  targetVersions: readonly TargetVersion[];
  /** Of a manual indicator: all its updates, in any state. */
  updates: readonly ProgressUpdate[];
  /** Of a counted indicator: what the records hold per quarter up to the report's date. */
  counted: QuarterValues | null;
};

export type ReportActivityInput = {
  id: string;
  name: string;
  purpose: string;
  duty: string;
  legalBasis: string | null;
  activityCode: string | null;
  /** Name or position of the person in charge, as it is to be printed. */
  responsible: string;
  months: readonly number[];
  fundSource: string;
  /** Budget that held, and spending up to the report's date, in whole rupiah. */
  budget: number;
  spending: number;
  evidenceCount: number;
  deviation: { cause: string; correction: string } | null;
  indicators: readonly ReportIndicatorInput[];
};

export type ReportSectionInput = { id: string; name: string; activities: readonly ReportActivityInput[] };

export type MeasureOptions = { year: number; asOf: CivilDate; knownAt?: string; limitPoints?: number };

/** The three percentages (unrounded) and what follows from them. */
export type Progress = {
  physical: number | null;
  financial: number | null;
  elapsed: number | null;
  pointsBehind: number | null;
  isBehind: boolean;
  needsDeviation: boolean;
};

export type MeasuredIndicator = Omit<ReportIndicatorInput, "targetVersions" | "updates" | "counted"> & {
  targetOfYear: number | null;
  /** Target up to the quarter of the report's date, shown beside; the % is against the year's. */
  targetToDate: number | null;
  targetVersion: number | null;
  realised: number | null;
  percent: number | null;
  bar: number;
};

export type ReportRow = Omit<ReportActivityInput, "indicators"> &
  Progress & { indicators: readonly MeasuredIndicator[] };

export type ReportTotals = Progress & { budget: number; spending: number };
export type ReportSection = ReportTotals & { id: string; name: string; rows: readonly ReportRow[] };

export type Report = ReportTotals & {
  year: number;
  period: ReportPeriod;
  asOf: CivilDate;
  sections: readonly ReportSection[];
};

/** Target, realisation and true % of one indicator as of a date, from the target version that held on it. */
export function measureIndicator(input: ReportIndicatorInput, options: MeasureOptions): MeasuredIndicator {
  const { targetVersions, updates, counted, ...indicator } = input;
  const { direction, baseline, isCumulative, source } = indicator;
  const held = versionAt(targetVersions, options.asOf);
  const targets = held?.targets ?? [null, null, null, null];
  const noValues: QuarterValues = [null, null, null, null];
  const values = source === "counted" ? (counted ?? noValues) : quarterValues(updates, options);
  const realised = realisedValue(values, isCumulative);
  const targetOfYear = targetUntil(targets, isCumulative, 4);
  const percent = indicatorPercent({ direction, baseline, target: targetOfYear, realised });
  return {
    ...indicator,
    targetOfYear,
    targetToDate: targetUntil(targets, isCumulative, quarterReached(options.year, options.asOf)),
    targetVersion: held?.version ?? null,
    realised,
    percent,
    bar: barPercent(percent),
  };
}

/** One activity as a report row: its indicators measured, and physical, financial and elapsed % side by side. */
export function measureActivity(activity: ReportActivityInput, options: MeasureOptions): ReportRow {
  const indicators = activity.indicators.map((indicator) => measureIndicator(indicator, options));
  const physical = activityPhysicalPercent(indicators.map(({ percent }) => percent));
  const financial = financialPercent(activity.spending, activity.budget);
  const elapsed = elapsedPercent(activity.months, options.year, options.asOf);
  return { ...activity, indicators, ...assess({ physical, financial, elapsed }, options.limitPoints) };
}

/**
 * Totals of several rows: a section's or the whole programme's. Physical and elapsed % carry the same weights
 * (budget), so that their difference is the weighted mean of the rows' differences.
 */
export function totalRows(rows: readonly ReportRow[], limitPoints?: number): ReportTotals {
  const budget = rows.reduce((sum, row) => sum + row.budget, 0);
  const spending = rows.reduce((sum, row) => sum + row.spending, 0);
  const mean = (key: "physical" | "elapsed") =>
    weightedPercent(rows.map((row) => ({ percent: row[key], budget: row.budget })));
  const percentages = {
    physical: mean("physical"),
    financial: financialPercent(spending, budget),
    elapsed: mean("elapsed"),
  };
  return { budget, spending, ...assess(percentages, limitPoints) };
}

/**
 * A quarterly or yearly report: every section's rows and totals as of the chosen day, by default the period's last.
 * The caller gives each activity's budget, spending and counted values as of `asOf`: take it from `reportDate`.
 */
export function buildReport(input: {
  year: number;
  period: ReportPeriod;
  chosenDate?: CivilDate | null;
  knownAt?: string;
  limitPoints?: number;
  sections: readonly ReportSectionInput[];
}): Report {
  const { year, period, knownAt, limitPoints } = input;
  const asOf = reportDate(year, period, input.chosenDate);
  const sections = input.sections.map(({ id, name, activities }) => {
    const rows = activities.map((activity) =>
      measureActivity(activity, { year, asOf, knownAt, limitPoints }),
    );
    return { id, name, rows, ...totalRows(rows, limitPoints) };
  });
  const allRows = sections.flatMap((section) => section.rows);
  return { year, period, asOf, sections, ...totalRows(allRows, limitPoints) };
}

/** Rows with work left (physical below 100 %, or not measurable): next year's draft proposes them again. */
export function unfinishedRows(rows: readonly ReportRow[]): ReportRow[] {
  return rows.filter((row) => (row.physical ?? 0) < 100);
}

function assess(
  percentages: Pick<Progress, "physical" | "financial" | "elapsed">,
  limitPoints?: number,
): Progress {
  const { physical, elapsed } = percentages;
  return {
    ...percentages,
    pointsBehind: pointsBehind(physical, elapsed),
    isBehind: isBehind(physical, elapsed),
    needsDeviation: needsDeviation(physical, elapsed, limitPoints),
  };
}
