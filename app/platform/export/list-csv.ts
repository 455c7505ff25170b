import type { SheetColumn, SheetValue } from "../sheet/write-xlsx.ts";
import { type Issuer, trialMark } from "../trial.ts";

/**
 * Rows as CSV for spreadsheets: UTF-8 with a mark, lines as RFC 4180. A text that begins like a formula gets an
 * apostrophe before it, so that opening the file runs nothing.
 */
export function listCsv(
  columns: readonly Pick<SheetColumn, "header">[],
  rows: readonly SheetValue[][],
  issuer: Issuer,
): Uint8Array<ArrayBuffer> {
  const mark = trialMark(issuer);
  const lines = [...(mark ? [[mark]] : []), columns.map(({ header }) => header), ...rows];
  const text = lines.map((line) => line.map(cellOf).join(",")).join("\r\n");
  return new TextEncoder().encode(`\uFEFF${text}\r\n`) as Uint8Array<ArrayBuffer>;
}

function cellOf(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : guarded(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
