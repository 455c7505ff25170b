import { formatQuantity } from "./format-rules.ts";
import type { MeasuredIndicator } from "./report-rules.ts";

type Achievement = Pick<
  MeasuredIndicator,
  "direction" | "baseline" | "realised" | "targetOfYear" | "unit" | "percent"
>;

/**
 * What was reached, from where, and where to, so that the percentage beside it can be followed: `70 persen (keadaan awal
 * 60, target naik ke 85)`. An indicator without a report says so: 0 would be a figure.
 */
export function achievementWords({ direction, baseline, realised, targetOfYear, unit }: Achievement): string {
  const target = targetOfYear === null ? "belum ada target" : targetWords(direction, baseline, targetOfYear);
  const from = baseline === null ? [] : [`keadaan awal ${formatQuantity(baseline)}`];
  const reached = realised === null ? "Belum dilaporkan" : `${formatQuantity(realised)} ${unit}`;
  const wayUnit = realised === null ? ` ${unit}` : "";
  return `${reached} (${[...from, target].join(", ")}${wayUnit})`;
}

function targetWords(direction: Achievement["direction"], baseline: number | null, target: number): string {
  if (baseline === null) return `target ${formatQuantity(target)}`;
  if (baseline === target) return `target tetap ${formatQuantity(target)}`;
  return `target ${direction === "falling" ? "turun" : "naik"} ke ${formatQuantity(target)}`;
}

/** The percentage as the screen shows it: none while nothing was reported, although it counts as 0 in the means. */
export function shownPercent({
  realised,
  percent,
}: Pick<Achievement, "realised" | "percent">): number | null {
  return realised === null ? null : percent;
}
