import type { BatchResponse } from "drizzle-orm/batch";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { type Day, dayIn, type Zone } from "#app/platform/clock.ts";
import { type CivilDate, monthsFromMask, QUARTERS, type Quarter } from "./calendar-rules.ts";
import type { measureStatements } from "./measure-statements.server.ts";
import type { ActivityFacts, IndicatorFacts, ProgrammeMeasures, UpdateRow } from "./measures.ts";
import { budgetAt, FUND_SOURCE_NAMES, type FundSource } from "./money-rules.ts";
import { DEFAULT_DEVIATION_POINTS, type ProgressUpdate, type QuarterValues } from "./progress-rules.ts";
import type { ReportActivityInput, ReportIndicatorInput } from "./report-rules.ts";
import type { TargetVersion } from "./rules.ts";
import {
  DEFAULT_UPDATE_DAYS,
  DEVIATION_POINTS_SETTING,
  settingNumber,
  UPDATE_DAYS_SETTING,
} from "./running-rules.ts";

type Rows = BatchResponse<ReturnType<typeof measureStatements>>;

/** Rows of the batch, each kind found by what it belongs to. */
interface Indexed {
  asOf: CivilDate;
  people: Map<string, Rows[3]>;
  indicators: Map<string, IndicatorFacts[]>;
  targets: Map<string, Rows[5]>;
  updates: Map<string, UpdateRow[]>;
  updatesById: Map<string, UpdateRow>;
  values: Map<string, Rows[7]>;
  valuesByIndicator: Map<string, Rows[7]>;
  evidence: Map<string, number>;
  budgets: Map<string, Rows[9]>;
  spent: Map<string, number>;
  deviations: Map<string, Rows[11]>;
  counted: Map<string, Rows[13]>;
}

/** Puts the rows of `measureStatements` together; null without a programme. */
export function assembleMeasures(rows: Rows, asOf: Day, zone: Zone): ProgrammeMeasures | null {
  const [[programme], sections, activities] = rows;
  if (!programme) return null;
  const indexed = indexRows(rows, asOf);
  const facts = new Map(activities.map(({ activity }) => [activity.id, factsOf(activity, indexed)]));
  const inputs = activities.map((row) => ({ row, input: inputOf(row, indexed) }));
  const setting = (key: string, whenUnset: number) =>
    settingNumber(rows[12].find((each) => each.key === key)?.value, whenUnset);
  return {
    programme,
    sections: sections.map(({ id, name }) => ({
      id,
      name,
      activities: inputs.filter(({ row }) => row.activity.sectionId === id).map(({ input }) => input),
    })),
    facts,
    options: {
      year: programme.year,
      asOf,
      limitPoints: setting(DEVIATION_POINTS_SETTING, DEFAULT_DEVIATION_POINTS),
    },
    owing: {
      year: programme.year,
      days: setting(UPDATE_DAYS_SETTING, DEFAULT_UPDATE_DAYS),
      approvedOn: programme.approvedAt ? dayIn(zone, new Date(programme.approvedAt)) : null,
    },
  };
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function indexRows(rows: Rows, asOf: CivilDate): Indexed {
  return {
    asOf,
    people: groupBy(rows[3], (row) => row.activityId),
    indicators: groupBy(rows[4], (row) => row.activityId),
    targets: groupBy(rows[5], (row) => row.indicatorId),
    updates: groupBy(rows[6], (row) => row.activityId),
    updatesById: new Map(rows[6].map((row) => [row.id, row])),
    values: groupBy(rows[7], (row) => row.updateId),
    valuesByIndicator: groupBy(rows[7], (row) => row.indicatorId),
    evidence: new Map(rows[8].map((row) => [row.updateId, row.count])),
    budgets: groupBy(rows[9], (row) => row.activityId),
    spent: new Map(rows[10].map((row) => [row.activityId, row.total])),
    deviations: groupBy(rows[11], (row) => row.activityId),
    counted: groupBy(rows[13], (row) => row.key),
  };
}

function factsOf(activity: ActivityFacts["activity"], indexed: Indexed): ActivityFacts {
  const updates = indexed.updates.get(activity.id) ?? [];
  return {
    activity,
    people: (indexed.people.get(activity.id) ?? []).map(({ id, name }) => ({ id, name })),
    indicators: indexed.indicators.get(activity.id) ?? [],
    updates: updates.map((update) => ({
      ...update,
      values: indexed.values.get(update.id) ?? [],
      evidenceCount: indexed.evidence.get(update.id) ?? 0,
    })),
    deviations: indexed.deviations.get(activity.id) ?? [],
  };
}

function inputOf(row: Rows[2][number], indexed: Indexed): ReportActivityInput {
  const { activity } = row;
  const { id, name, purpose, duty, legalBasis, activityCode } = activity;
  const [deviation] = indexed.deviations.get(id) ?? [];
  return {
    id,
    name,
    purpose,
    duty,
    legalBasis,
    activityCode,
    responsible: responsibleOf(row, indexed),
    months: monthsFromMask(activity.months),
    fundSource: activity.fundSource ? FUND_SOURCE_NAMES[activity.fundSource as FundSource].short : "",
    budget: budgetAt(indexed.budgets.get(id) ?? [], indexed.asOf),
    spending: indexed.spent.get(id) ?? 0,
    evidenceCount: evidenceCountOf(id, indexed),
    deviation: deviation ? { cause: deviation.cause, correction: deviation.correction } : null,
    indicators: (indexed.indicators.get(id) ?? []).map((indicator) => indicatorInput(indicator, indexed)),
  };
}

/** Who answers for the activity, as it is printed: the person, else the position of the template, else who works on it. */
function responsibleOf({ activity, responsible }: Rows[2][number], indexed: Indexed): string {
  if (responsible) return responsible;
  if (activity.responsiblePosition) return positionTitle(activity.responsiblePosition);
  return (indexed.people.get(activity.id) ?? []).map(({ name }) => name).join(", ");
}

/** Photos and files behind approved reports up to the day. */
function evidenceCountOf(activityId: string, { updates, evidence, asOf }: Indexed): number {
  const counted = (updates.get(activityId) ?? []).filter(
    (update) => update.state === "approved" && update.asOf <= asOf,
  );
  return counted.reduce((sum, update) => sum + (evidence.get(update.id) ?? 0), 0);
}

function indicatorInput(indicator: IndicatorFacts, indexed: Indexed): ReportIndicatorInput {
  const { id, name, unit, direction, isCumulative, baseline, source } = indicator;
  const shape = { id, name, unit, direction, isCumulative, baseline, source };
  return {
    ...shape,
    targetVersions: (indexed.targets.get(id) ?? []).map(targetVersionOf),
    updates: (indexed.valuesByIndicator.get(id) ?? []).flatMap((value) => progressOf(value, indexed)),
    counted: source === "counted" ? quarterValuesOf(indexed.counted.get(indicator.countedKey ?? "")) : null,
  };
}

function targetVersionOf({ version, validFrom, reason, q1, q2, q3, q4 }: Rows[5][number]): TargetVersion {
  return { version, validFrom, reason, targets: [q1, q2, q3, q4] };
}

function progressOf({ updateId, value }: Rows[7][number], { updatesById }: Indexed): ProgressUpdate[] {
  const update = updatesById.get(updateId);
  if (!update) return [];
  const { state, asOf, decidedAt } = update;
  return [{ quarter: update.quarter as Quarter, value, state, asOf, decidedAt }];
}

function quarterValuesOf(rows: Rows[13] = []): QuarterValues {
  const [q1, q2, q3, q4] = QUARTERS.map(
    (quarter) => rows.find((row) => row.quarter === quarter)?.value ?? null,
  );
  return [q1 ?? null, q2 ?? null, q3 ?? null, q4 ?? null];
}
