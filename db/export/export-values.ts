import type { Value } from "@libsql/client/web";
import { toBase64 } from "../sealed/bytes.ts";

/** One row as a line of CSV (RFC 4180): nothing is an empty cell, an empty text `""`, a blob base64. */
export function csvLine(row: readonly Value[]): string {
  return `${row.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: Value): string {
  if (value === null) return "";
  if (value instanceof ArrayBuffer) return toBase64(new Uint8Array(value));
  const text = String(value);
  return typeof value === "string" && (text === "" || /[",\r\n]|^\s|\s$/.test(text))
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** A value as SQLite reads it in a statement. */
export function sqlLiteral(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string") {
    // A NUL would end the statement's text.
    return value.includes("\0")
      ? `CAST(X'${hexOf(new TextEncoder().encode(value))}' AS TEXT)`
      : `'${value.replaceAll("'", "''")}'`;
  }
  return `X'${hexOf(new Uint8Array(value))}'`;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
