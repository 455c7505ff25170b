import type { TableBlock, TableCell, TableColumn, TableRow } from "#app/platform/document/blocks.ts";
import { formatPercent, formatPoints, formatRupiah, NO_VALUE } from "./format-rules.ts";
import { barPercent } from "./progress-rules.ts";
import { type ReportColumn, reportCell } from "./report-column-rules.ts";
import type { Report, ReportRow, ReportTotals } from "./report-rules.ts";
import { PAPER_WORDS } from "./report-words.ts";
import { REPORT_COLUMN_NAMES } from "./words.ts";

type Look = Pick<TableColumn, "widthMm" | "weight" | "align">;

const NUMBER: Look = { widthMm: 17, align: "right" };
const MONEY: Look = { widthMm: 25, align: "right" };
const TEXT: Look = { weight: 2 };

const LOOKS: Record<ReportColumn, Look> = {
  code: { widthMm: 17 },
  name: { weight: 3 },
  purpose: { weight: 3 },
  duty: TEXT,
  legalBasis: TEXT,
  responsible: { weight: 1.4 },
  months: { widthMm: 18 },
  indicator: { weight: 2.4 },
  baseline: NUMBER,
  targetOfYear: NUMBER,
  targetToDate: NUMBER,
  realised: { ...NUMBER, widthMm: 18 },
  indicatorPercent: NUMBER,
  physical: { ...NUMBER, widthMm: 16 },
  budget: MONEY,
  spending: MONEY,
  financial: { ...NUMBER, widthMm: 18 },
  fundSource: { widthMm: 15 },
  elapsed: { ...NUMBER, widthMm: 15 },
  gap: { ...NUMBER, widthMm: 18 },
  cause: TEXT,
  correction: TEXT,
  evidence: { widthMm: 15 },
};

/** Columns whose cells hold a line for each indicator. */
const PER_INDICATOR: ReadonlySet<ReportColumn> = new Set([
  "indicator",
  "baseline",
  "targetOfYear",
  "targetToDate",
  "realised",
  "indicatorPercent",
]);
const BARS: Partial<Record<ReportColumn, (row: ReportTotals | ReportRow) => number | null>> = {
  physical: (row) => row.physical,
  financial: (row) => row.financial,
  elapsed: (row) => row.elapsed,
};
const TOTALS: Partial<Record<ReportColumn, (totals: ReportTotals) => string>> = {
  physical: (totals) => formatPercent(totals.physical),
  budget: (totals) => formatRupiah(totals.budget),
  spending: (totals) => formatRupiah(totals.spending),
  financial: (totals) => formatPercent(totals.financial),
  elapsed: (totals) => formatPercent(totals.elapsed),
  gap: (totals) => (totals.isBehind ? formatPoints(totals.pointsBehind) : NO_VALUE),
};
const NUMBER_COLUMN_MM = 9;
/** Below this a column of words can't be read. */
const MIN_TEXT_MM = 20;
/** What a sheet of A4 on its side holds between the report's margins; F4 holds more. */
const TABLE_MM = 262;
const MANY_COLUMNS = 13;

/** Do these columns fit side by side on paper, each still readable? */
export function fitsPaper(columns: readonly ReportColumn[]): boolean {
  const widths = columns.map((column) => LOOKS[column].widthMm ?? MIN_TEXT_MM);
  return widths.reduce((sum, width) => sum + width, NUMBER_COLUMN_MM) <= TABLE_MM;
}

/** The report's table: each section's line, its activities, its sum, and the sum of all; columns as the village has them. */
export function reportTable(report: Report, columns: readonly ReportColumn[]): TableBlock {
  const rows: TableRow[] = report.sections.flatMap((section, index) => [
    {
      emphasis: "section" as const,
      cells: [{ text: `${letter(index)}. ${section.name}`, span: columns.length + 1 }],
    },
    ...(section.rows.length === 0
      ? [{ cells: [{ text: PAPER_WORDS.noActivities, span: columns.length + 1 }] }]
      : section.rows.map((row, at) => activityRow(row, at, columns))),
    totalRow(`${PAPER_WORDS.subtotal} ${letter(index)}`, section, columns),
  ]);
  return {
    type: "table",
    fontSizePt: columns.length > MANY_COLUMNS ? 7 : 8,
    columns: [
      { header: "No.", widthMm: NUMBER_COLUMN_MM, align: "center" },
      ...columns.map((column) => ({ header: REPORT_COLUMN_NAMES[column], ...LOOKS[column] })),
    ],
    rows: [...rows, totalRow(PAPER_WORDS.total, report, columns)],
  };
}

function activityRow(row: ReportRow, index: number, columns: readonly ReportColumn[]): TableRow {
  const cells = columns.map((column): TableCell => {
    const text = numbered(row, column);
    const percent = BARS[column]?.(row) ?? null;
    return percent === null ? text : { text, bar: barPercent(percent) / 100 };
  });
  return { cells: [String(index + 1), ...cells] };
}

/** Lines of several indicators carry a number: a name may wrap, and its figures must still be found. */
function numbered(row: ReportRow, column: ReportColumn): string {
  const text = reportCell(row, column);
  if (!PER_INDICATOR.has(column) || row.indicators.length < 2) return text;
  const lines = text.split("\n");
  return lines.map((line, index) => `${index + 1}) ${line}`).join("\n");
}

/** The label takes the columns up to the first sum; where a sum stands first, it goes into the first column without one. */
function totalRow(label: string, totals: ReportTotals, columns: readonly ReportColumn[]): TableRow {
  const firstSum = columns.findIndex((column) => TOTALS[column]);
  const before = firstSum < 0 ? columns.length : firstSum;
  const labelAt = before > 0 ? -1 : columns.findIndex((column) => !TOTALS[column]);
  const cells = columns.slice(before).map((column, index): TableCell => {
    return TOTALS[column]?.(totals) ?? (before + index === labelAt ? label : "");
  });
  return { emphasis: "total", cells: [{ text: before > 0 ? label : "", span: before + 1 }, ...cells] };
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
