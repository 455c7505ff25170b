import { REPORT_COLUMNS, type ReportColumn } from "./report-column-rules.ts";

/** Setting: the village's columns of the report, in its order. */
export const REPORT_COLUMNS_SETTING = "programme.reportColumns";

/**
 * The ticked columns by the numbers written beside them, smallest first; one without a number goes behind, equal ones
 * keep the order of the list.
 */
export function orderColumns(
  ticked: readonly ReportColumn[],
  numbers: Partial<Record<ReportColumn, number | null>>,
): ReportColumn[] {
  const place = (column: ReportColumn) => numbers[column] ?? Number.POSITIVE_INFINITY;
  return REPORT_COLUMNS.filter((column) => ticked.includes(column)).toSorted((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first === second ? 0 : first - second;
  });
}

/** The setting as stored, as keys for `chooseColumns`; anything but a list of texts counts as not set. */
export function columnKeys(setting: unknown): string[] {
  return Array.isArray(setting) ? setting.filter((key) => typeof key === "string") : [];
}
