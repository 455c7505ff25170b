import { normaliseMonths } from "./calendar-rules.ts";

/** Stands for a value that does not exist. */
export const NO_VALUE = "–";

/** Rounds to `decimals` places, half away from zero; binary noise (28.349999999999998) is taken for what it means. */
export function roundHalfAway(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Number((Math.abs(value) * scale).toPrecision(13));
  const rounded = Math.round(scaled) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `47.25` -> `47,3%`, `100` -> `100%`, `null` -> `–` (or the words given). */
export function formatPercent(percent: number | null, whenNull: string = NO_VALUE): string {
  return percent === null ? whenNull : `${formatDecimal(percent, 1)}%`;
}

/** Points between two percentages: `12.5` -> `12,5 poin`. */
export function formatPoints(points: number | null, whenNull: string = NO_VALUE): string {
  return points === null ? whenNull : `${formatDecimal(points, 1)} poin`;
}

/** A quantity with at most two decimals and no idle zeros: `1234.5` -> `1.234,5`. */
export function formatQuantity(value: number | null, whenNull: string = NO_VALUE): string {
  return value === null ? whenNull : formatDecimal(value, 2);
}

/** Whole rupiah: `1250000` -> `Rp1.250.000`, `-500` -> `-Rp500`. */
export function formatRupiah(rupiah: number): string {
  const digits = formatDecimal(Math.abs(rupiah), 0);
  return rupiah < 0 && digits !== "0" ? `-Rp${digits}` : `Rp${digits}`;
}

const MONTH_NAMES = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;

/** Name of month 1-12: `Januari`, short `Jan`. Throws RangeError outside 1-12. */
export function monthName(month: number, length: "long" | "short" = "long"): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return length === "short" ? name.slice(0, 3) : name;
}

/** Months as runs: `[1, 2, 3, 7]` -> `Januari–Maret, Juli`; none -> `–`. */
export function formatMonths(months: readonly number[], length: "long" | "short" = "long"): string {
  const sorted = normaliseMonths(months);
  const runs: string[] = [];
  for (const first of sorted.filter((month) => !sorted.includes(month - 1))) {
    let last = first;
    while (sorted.includes(last + 1)) last += 1;
    const name = monthName(first, length);
    runs.push(last === first ? name : `${name}–${monthName(last, length)}`);
  }
  return runs.length === 0 ? NO_VALUE : runs.join(", ");
}

// Says the same as the screen's formatter (a test holds them together); rules may not import the interface.
function formatDecimal(value: number, decimals: number): string {
  const rounded = roundHalfAway(value, decimals);
  const [whole = "0", fraction = ""] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  const shown = fraction.replace(/0+$/, "");
  return `${rounded < 0 ? "-" : ""}${grouped}${shown === "" ? "" : `,${shown}`}`;
}
