import {
  formatMonths,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatRupiah,
  NO_VALUE,
} from "./format-rules.ts";
import type { MeasuredIndicator, ReportRow } from "./report-rules.ts";

/** Every column a village may put into its report; the heading of each is in words.ts. */
export const REPORT_COLUMNS = [
  "code",
  "name",
  "purpose",
  "duty",
  "legalBasis",
  "responsible",
  "months",
  "indicator",
  "baseline",
  "targetOfYear",
  "targetToDate",
  "realised",
  "indicatorPercent",
  "physical",
  "budget",
  "spending",
  "financial",
  "fundSource",
  "elapsed",
  "gap",
  "cause",
  "correction",
  "evidence",
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

export const DEFAULT_REPORT_COLUMNS: readonly ReportColumn[] = [
  "code",
  "name",
  "indicator",
  "targetOfYear",
  "realised",
  "physical",
  "budget",
  "spending",
  "financial",
  "elapsed",
  "cause",
  "correction",
];

/** The village's choice in its order, each column once, unknown keys dropped; the default where nothing is left. */
export function chooseColumns(keys: readonly string[]): readonly ReportColumn[] {
  const chosen = [...new Set(keys)].filter(isReportColumn);
  return chosen.length === 0 ? DEFAULT_REPORT_COLUMNS : chosen;
}

function isReportColumn(key: string): key is ReportColumn {
  return (REPORT_COLUMNS as readonly string[]).includes(key);
}

const CELLS: Record<ReportColumn, (row: ReportRow) => string> = {
  code: (row) => row.activityCode ?? NO_VALUE,
  name: (row) => row.name,
  purpose: (row) => row.purpose,
  duty: (row) => row.duty,
  legalBasis: (row) => row.legalBasis ?? NO_VALUE,
  responsible: (row) => row.responsible,
  months: (row) => formatMonths(row.months, "short"),
  indicator: (row) => perIndicator(row, ({ name, unit }) => `${name} (${unit})`),
  baseline: (row) => perIndicator(row, ({ baseline }) => formatQuantity(baseline)),
  targetOfYear: (row) => perIndicator(row, ({ targetOfYear }) => formatQuantity(targetOfYear)),
  targetToDate: (row) => perIndicator(row, ({ targetToDate }) => formatQuantity(targetToDate)),
  realised: (row) => perIndicator(row, ({ realised }) => formatQuantity(realised)),
  indicatorPercent: (row) => perIndicator(row, ({ percent }) => formatPercent(percent)),
  physical: (row) => formatPercent(row.physical, "belum ada indikator"),
  budget: (row) => formatRupiah(row.budget),
  spending: (row) => formatRupiah(row.spending),
  financial: (row) => formatPercent(row.financial, "tanpa anggaran"),
  fundSource: (row) => row.fundSource,
  elapsed: (row) => formatPercent(row.elapsed),
  gap: (row) => (row.isBehind ? formatPoints(row.pointsBehind) : NO_VALUE),
  cause: (row) => row.deviation?.cause ?? NO_VALUE,
  correction: (row) => row.deviation?.correction ?? NO_VALUE,
  evidence: (row) => (row.evidenceCount === 0 ? NO_VALUE : `${row.evidenceCount} berkas`),
};

/** Text of one cell; several indicators are separated by a line break, in the same order in every column. */
export function reportCell(row: ReportRow, column: ReportColumn): string {
  return CELLS[column](row);
}

function perIndicator(row: ReportRow, text: (indicator: MeasuredIndicator) => string): string {
  return row.indicators.length === 0 ? NO_VALUE : row.indicators.map(text).join("\n");
}
