import { monthsFromMask } from "./calendar-rules.ts";
import { formatQuantity } from "./format-rules.ts";
import type { ActivityRow, IndicatorRow, TargetRow } from "./queries.server.ts";

/** A quantity as a form field shows it; empty where none is set. */
export function quantityText(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : formatQuantity(value);
}

/** Quarter targets as form fields. */
export function targetFields(target: Pick<TargetRow, "q1" | "q2" | "q3" | "q4"> | undefined) {
  return {
    t1: quantityText(target?.q1),
    t2: quantityText(target?.q2),
    t3: quantityText(target?.q3),
    t4: quantityText(target?.q4),
  };
}

/** What the plan form shows at first: the activity as it stands. */
export function planDefaults(
  activity: ActivityRow,
  peopleIds: readonly string[],
  indicators: readonly IndicatorRow[],
  targets: readonly TargetRow[],
) {
  return {
    versi: String(activity.version),
    nama: activity.name,
    tujuan: activity.purpose,
    tupoksi: activity.duty,
    dasar_hukum: activity.legalBasis ?? "",
    kode: activity.activityCode ?? "",
    lokasi: activity.location ?? "",
    bulan: monthsFromMask(activity.months).map(String),
    penanggung_jawab: activity.responsibleAccountId ?? "",
    pelaksana: [...peopleIds],
    anggaran: activity.budget === 0 ? "" : quantityText(activity.budget),
    sumber_dana: activity.fundSource ?? "",
    indikator: indicators.map((indicator) => ({
      id: indicator.id,
      awal: quantityText(indicator.baseline),
      ...targetFields(targets.find((each) => each.indicatorId === indicator.id)),
    })),
  };
}
