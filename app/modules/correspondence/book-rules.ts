import type { Day } from "#app/platform/clock.ts";

/** What a book or a part of one is called in addresses. */
export const AGENDA_PARTS = ["bersama", "masuk", "keluar"] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

/** A year's book, or a part of it by days. */
export interface BookPeriod {
  year: number;
  from: Day;
  to: Day;
}

const FULL_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The period that an address asks for: days outside of the year count as its ends.
 * @param isDay tells whether a text is a day of the calendar
 */
export function readPeriod(
  params: URLSearchParams,
  thisYear: number,
  isDay: (text: string) => boolean,
): BookPeriod {
  const asked = Number(params.get("tahun") ?? "");
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2999 ? asked : thisYear;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const inYear = (text: string | null, missing: Day) =>
    text && FULL_DAY.test(text) && isDay(text) && text >= first && text <= last ? text : missing;
  const from = inYear(params.get("dari"), first);
  const to = inYear(params.get("sampai"), last);
  return from <= to ? { year, from, to } : { year, from: to, to: from };
}

/** Is it a whole year? Numbers without an entry belong to no day, so only a whole year shows them. */
export function isWholeYear({ year, from, to }: BookPeriod): boolean {
  return from === `${year}-01-01` && to === `${year}-12-31`;
}

/** The period as part of an address, without what is usual. */
export function periodQuery(period: BookPeriod): URLSearchParams {
  const params = new URLSearchParams({ tahun: String(period.year) });
  if (!isWholeYear(period)) {
    params.set("dari", period.from);
    params.set("sampai", period.to);
  }
  return params;
}

/** Numbers without an entry, and why. */
export interface NumberGap {
  from: number;
  to: number;
  why: "before" | "lost" | "unused" | "reserved";
}

export interface BookStand {
  /** Numbers that have an entry. */
  numbers: readonly number[];
  /** Highest number that the book stands at. */
  last: number;
  /** Runs that a restore lost. */
  lost: readonly { fromNumber: number; toNumber: number }[];
}

/**
 * Every number up to the book's last that has no entry, in runs: lost with a restore; of the paper book before the first
 * entry; or passed over, since somebody set the book's number higher.
 */
export function numberGaps({ numbers, last, lost }: BookStand): NumberGap[] {
  const known = new Set(numbers);
  const first = numbers.reduce((least, number) => Math.min(least, number), last + 1);
  const gaps: NumberGap[] = [];
  for (let number = 1; number <= last; number++) {
    if (known.has(number)) continue;
    const isLost = lost.some(({ fromNumber, toNumber }) => fromNumber <= number && number <= toNumber);
    const why = isLost ? "lost" : number < first ? "before" : "unused";
    const open = gaps.at(-1);
    if (open && open.to === number - 1 && open.why === why) open.to = number;
    else gaps.push({ from: number, to: number, why });
  }
  return gaps;
}

/** `1` or `1-216`. */
export function runText({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}-${to}`;
}
