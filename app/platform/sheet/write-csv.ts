import { type Issuer, trialMark } from "#app/platform/trial.ts";
import type { SheetColumn, SheetValue } from "./write-xlsx.ts";

/** The first lines of a CSV for spreadsheets: UTF-8 with its mark, a trial's line, the columns' names. */
export function csvHead(columns: readonly Pick<SheetColumn, "header">[], issuer: Issuer): string {
  const mark = trialMark(issuer);
  return `\uFEFF${csvLines([...(mark ? [[mark]] : []), columns.map(({ header }) => header)])}`;
}

/**
 * Rows as CSV, lines as RFC 4180. A text that begins like a formula gets an apostrophe before it, so that opening the file
 * runs nothing.
 */
export function csvLines(rows: readonly (readonly SheetValue[])[]): string {
  return rows.map((line) => `${line.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : guarded(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
