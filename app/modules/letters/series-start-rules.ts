import { type SeriesBasis, seriesOf } from "./number-rules.ts";

/** What is known of a series in a year. */
export interface SeriesStand {
  /** Highest number that Balai gave, set aside or wrote down as before it; 0 where it has not begun. */
  used: number;
  /** Where its paper book was said to stand; 0 where nothing was said. */
  paper: number;
}

/**
 * Why a paper book can't stand at this number; null where it can. It may go down only as a correction, and never below
 * what Balai has used: numbers in between would be given twice.
 */
export function startProblem(
  { used, paper }: SeriesStand,
  last: number,
  isCorrection: boolean,
): "taken" | "lower" | null {
  if (used > 0 && last <= used) return "taken";
  return last < paper && !isCorrection ? "lower" : null;
}

interface OnOff {
  isOn: boolean;
}

/** Series that a year may have: one for each kind, or each code, that is on; none where one book holds all. */
export function seriesChoices(
  basis: SeriesBasis,
  kinds: readonly (OnOff & { key: string; title: string; isNumbered: boolean })[],
  classes: readonly (OnOff & { code: string; name: string })[],
): { series: string; name: string }[] {
  if (basis === "book") return [];
  if (basis === "kind")
    return kinds
      .filter(({ isOn, isNumbered }) => isOn && isNumbered)
      .map(({ key, title }) => ({
        series: seriesOf(basis, { kind: key, classification: null }),
        name: title,
      }));
  return classes
    .filter(({ isOn }) => isOn)
    .map(({ code, name }) => ({
      series: seriesOf(basis, { kind: "", classification: code }),
      name: `${code} ${name}`,
    }));
}
