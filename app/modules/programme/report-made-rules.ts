import type { Zone } from "#app/platform/clock.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { isCivilDate } from "./calendar-rules.ts";
import { parseInstant } from "./report-asof-rules.ts";
import { parseReportFile, type ReportFile } from "./report-file-rules.ts";
import { periodName } from "./report-words.ts";

export interface MadeReport {
  key: string;
  name: string;
  asOf: string;
  madeAt: string;
  by: string;
  /** Last part of the address that gives the same paper again; null where the trace says too little. */
  again: string | null;
}

/** A row of the audit log as the list of made papers shows it. */
export function madeReportRow(
  row: { id: string; at: string; actorName: string; details: Record<string, unknown> },
  zone: Zone,
): MadeReport {
  const text = (key: string) => (typeof row.details[key] === "string" ? row.details[key] : "");
  const file = parseReportFile(text("berkas"));
  const asOf = isCivilDate(text("per")) ? text("per") : null;
  const knownAt = parseInstant(text("menurut")) ?? row.at;
  return {
    key: row.id,
    name: file ? paperName(file) : "Laporan",
    asOf: asOf ? formatDate(asOf) : "",
    madeAt: formatDateTime(new Date(row.at), zone),
    by: row.actorName,
    again: file && asOf ? `${text("berkas")}?${new URLSearchParams({ per: asOf, menurut: knownAt })}` : null,
  };
}

/** `Laporan Triwulan I (PDF)`. */
export function paperName(file: ReportFile): string {
  const format = file.format.toUpperCase();
  if (file.kind === "lppd") return `Bahan LPPD (${format})`;
  if (file.kind === "ippd") return `Poster IPPD (${format})`;
  return `Laporan ${periodName(file.period)} (${format})`;
}
