import type { Value } from "@libsql/client/web";

/** One row as a line of JSON with its column names; a blob as `{"base64": "..."}`. */
export function jsonLine(columns: readonly string[], row: readonly Value[]): string {
  const pairs = columns.map((name, index) => [name, plain(row[index] ?? null)] as const);
  return `${JSON.stringify(Object.fromEntries(pairs))}\n`;
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

function plain(value: Value): unknown {
  if (typeof value === "bigint") return value.toString();
  return value instanceof ArrayBuffer
    ? { base64: btoa(String.fromCharCode(...new Uint8Array(value))) }
    : value;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
