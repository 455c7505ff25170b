import { QUARTERS } from "./calendar-rules.ts";
import { type Explainer, isExplained, mayExplain } from "./deviation-rules.ts";
import { formatQuantity } from "./format-rules.ts";
import type { ActivityMeasures, UpdateRow } from "./measures.ts";
import { quantityText } from "./plan-form.ts";
import { quarterValues } from "./progress-rules.ts";
import { measureActivity, type ReportIndicatorInput } from "./report-rules.ts";
import { versionAt } from "./rules.ts";
import { owedUpdates, usualQuarter } from "./running-rules.ts";
import { quarterName } from "./running-words.ts";

/** An indicator as the report form asks for it. */
export interface FormIndicator {
  id: string;
  name: string;
  unit: string;
  /** Targets and the last known value, in words. */
  hint: string;
}

/** What the report form of an activity shows besides what was typed. */
export interface UpdateFormFrame {
  activityId: string;
  activityName: string;
  year: number;
  indicators: FormIndicator[];
  /** Quarters of which a report was approved: another one takes its place. */
  approvedQuarters: number[];
  /** Names of indicators that need no filling in. */
  countedNames: string[];
  /** Behind by more than the limit and not explained: the form asks for cause and correction. */
  asksExplanation: boolean;
  lagPoints: number | null;
}

type Values = readonly { indicatorId: string; value: number }[];

/** The frame of a report form, from what the activity amounts to today. */
export function updateFormFrame(
  { programme, facts, input, options }: ActivityMeasures,
  viewer: Explainer,
): UpdateFormFrame {
  const row = measureActivity(input, options);
  const manual = input.indicators.filter((each) => each.source === "manual");
  return {
    activityId: facts.activity.id,
    activityName: facts.activity.name,
    year: programme.year,
    indicators: manual.map((each) => ({
      id: each.id,
      name: each.name,
      unit: each.unit,
      hint: hintOf(each, options),
    })),
    approvedQuarters: QUARTERS.filter((quarter) =>
      facts.updates.some((update) => update.state === "approved" && update.quarter === quarter),
    ),
    countedNames: input.indicators.filter((each) => each.source === "counted").map(({ name }) => name),
    asksExplanation:
      row.needsDeviation &&
      mayExplain({ ...facts.activity, people: facts.people }, viewer) &&
      !isExplained(facts.deviations, programme.year, options.asOf),
    lagPoints: row.pointsBehind,
  };
}

/** What a new report starts with: the quarter that is owed (or the wanted one) and empty values. */
export function newUpdateDefaults(measures: ActivityMeasures, wantedQuarter: number | null) {
  const { programme, input, facts, options, owing } = measures;
  const owed = owedUpdates({ ...input, updates: facts.updates }, owing, options.asOf);
  const quarter =
    QUARTERS.find((each) => each === wantedQuarter) ?? usualQuarter(owed, programme.year, options.asOf);
  return { ...EMPTY_TEXTS, triwulan: String(quarter), tanggal: "", capaian: valueFields(measures, []) };
}

/** What the form of an existing report shows at first. */
export function savedUpdateDefaults(measures: ActivityMeasures, update: UpdateRow & { values: Values }) {
  return {
    ...EMPTY_TEXTS,
    triwulan: String(update.quarter),
    tanggal: update.asOf,
    catatan: update.note,
    capaian: valueFields(measures, update.values),
  };
}
export type UpdateDefaults = ReturnType<typeof newUpdateDefaults>;

const EMPTY_TEXTS = { catatan: "", penyebab: "", perbaikan: "" };

function valueFields({ input }: ActivityMeasures, values: Values) {
  return input.indicators
    .filter((each) => each.source === "manual")
    .map(({ id }) => ({
      id,
      nilai: quantityText(values.find((each) => each.indicatorId === id)?.value),
    }));
}

function hintOf(indicator: ReportIndicatorInput, options: ActivityMeasures["options"]): string {
  const targets = versionAt(indicator.targetVersions, options.asOf)?.targets ?? [];
  const values = quarterValues(indicator.updates, options);
  const last = QUARTERS.findLast((quarter) => (values[quarter - 1] ?? null) !== null);
  const parts = [
    indicator.isCumulative ? "Isi jumlah selama triwulan ini." : "Isi keadaan terakhir.",
    `Target triwulan I–IV: ${targets.map((target) => formatQuantity(target)).join(" / ")}.`,
    last
      ? `Sudah disetujui: ${values
          .flatMap((value, index) =>
            value === null ? [] : `${quarterName(index + 1)} ${formatQuantity(value)} ${indicator.unit}`,
          )
          .join(", ")}.`
      : "Belum pernah dilaporkan.",
  ];
  return parts.join(" ");
}
