/** A Markdown table: the first column to the left, numbers to the right, as wide as need be. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, 3, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const pad = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** One decimal below ten, none above; `-` for nothing. */
export function short(value: number): string {
  if (Number.isNaN(value)) return "-";
  return value < 9.95 ? value.toFixed(1) : String(Math.round(value));
}

/** Kilobytes of 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return bytes === 0 ? "0" : (bytes / 1000).toFixed(1);
}

/** `x1.5` for something that takes half as much again as before. */
export function growth(before: number, after: number): string {
  const times = after / before;
  return Number.isNaN(times) ? "-" : `x${times.toFixed(1)}`;
}
