import { QUARTERS, type ReportPeriod } from "./calendar-rules.ts";

export const REPORT_FORMATS = ["pdf", "docx"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** One of the papers that a year's programme gives. */
export type ReportFile =
  | { kind: "report"; period: ReportPeriod; format: ReportFormat }
  | { kind: "lppd"; format: "docx" }
  | { kind: "ippd"; format: "pdf" };

/** `triwulan-1.pdf`, `tahunan.docx`, `lppd.docx`, `ippd.pdf`: the last part of a paper's address. */
export function reportFileName(file: ReportFile): string {
  if (file.kind !== "report") return `${file.kind}.${file.format}`;
  return `${periodKey(file.period)}.${file.format}`;
}

/** `triwulan-1` or `tahunan`. */
export function periodKey(period: ReportPeriod): string {
  return period.kind === "quarter" ? `triwulan-${period.quarter}` : "tahunan";
}

/** The period that a form or an address names, or null. */
export function parsePeriod(key: string): ReportPeriod | null {
  if (key === "tahunan") return { kind: "year" };
  const quarter = QUARTERS.find((each) => key === `triwulan-${each}`);
  return quarter ? { kind: "quarter", quarter } : null;
}

/** The paper that an address names, or null. */
export function parseReportFile(name: string): ReportFile | null {
  if (name === "lppd.docx") return { kind: "lppd", format: "docx" };
  if (name === "ippd.pdf") return { kind: "ippd", format: "pdf" };
  const [stem = "", ending = "", ...rest] = name.split(".");
  const period = parsePeriod(stem);
  const format = REPORT_FORMATS.find((each) => each === ending);
  return period && format && rest.length === 0 ? { kind: "report", period, format } : null;
}
