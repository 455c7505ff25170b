import type { Day } from "#app/platform/clock.ts";
import { addWorkingDays, workingDaysBetween } from "#app/platform/working-day-rules.ts";

/** UU 14/2008 Ps. 22 (7): an answer within ten working days of the request; (8): seven more, with the reason in writing. */
export const ANSWER_DAYS = 10;
export const EXTENSION_DAYS = 7;

export const WAYS = ["see", "copy", "electronic"] as const;
export type Way = (typeof WAYS)[number];

export type RequestState = "received" | "extended" | "given" | "partly" | "refused" | "withdrawn";

export const OUTCOMES = ["given", "partly", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Grounds on which information may be withheld: UU 14/2008 Ps. 17, and Ps. 6 (3) e for what the village does not have. */
export const GROUNDS = [
  "17-a",
  "17-b",
  "17-c",
  "17-d",
  "17-e",
  "17-f",
  "17-g",
  "17-h",
  "17-i",
  "17-j",
  "6-3-e",
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Does somebody still wait for the answer? */
export function isOpen(state: RequestState): boolean {
  return state === "received" || state === "extended";
}

/** The last day of the answer. */
export function dueOn(receivedOn: Day, isExtended: boolean, holidays: ReadonlySet<Day>): Day {
  return addWorkingDays(receivedOn, ANSWER_DAYS + (isExtended ? EXTENSION_DAYS : 0), holidays);
}

/** What a notice of half a year counts. */
export interface CountedRequest {
  state: RequestState;
  receivedOn: Day;
  answeredOn: Day | null;
  dueOn: Day;
}

export interface HalfYearFigures {
  received: number;
  given: number;
  partly: number;
  refused: number;
  withdrawn: number;
  open: number;
  /** Answered after their last day. */
  late: number;
  /** Working days from request to answer, rounded to a tenth; null without an answer. */
  meanDays: number | null;
}

/** The figures of the requests that were received in the half year. */
export function countRequests(
  requests: readonly CountedRequest[],
  holidays: ReadonlySet<Day>,
): HalfYearFigures {
  const count = (isCounted: (request: CountedRequest) => boolean) => requests.filter(isCounted).length;
  const answered = requests.filter((each) => (OUTCOMES as readonly string[]).includes(each.state));
  const days = answered.flatMap(({ receivedOn, answeredOn }) =>
    answeredOn ? [workingDaysBetween(receivedOn, answeredOn, holidays)] : [],
  );
  const total = days.reduce((sum, each) => sum + each, 0);
  return {
    received: requests.length,
    given: count(({ state }) => state === "given"),
    partly: count(({ state }) => state === "partly"),
    refused: count(({ state }) => state === "refused"),
    withdrawn: count(({ state }) => state === "withdrawn"),
    open: count(({ state }) => isOpen(state)),
    late: answered.filter((each) => each.answeredOn !== null && each.answeredOn > each.dueOn).length,
    meanDays: days.length === 0 ? null : Math.round((total / days.length) * 10) / 10,
  };
}

/** A half year as an address names it: `2026-1`. */
export interface HalfYear {
  year: number;
  half: 1 | 2;
  first: Day;
  last: Day;
}

/** Reads `2026-1`; null where it is none. */
export function parseHalfYear(text: string): HalfYear | null {
  const [, year, half] = /^(20\d\d)-([12])$/.exec(text) ?? [];
  return year ? halfYear(Number(year), half === "1" ? 1 : 2) : null;
}

/** The half year that a day lies in. */
export function halfYearOf(day: Day): HalfYear {
  return halfYear(Number(day.slice(0, 4)), day.slice(5, 7) <= "06" ? 1 : 2);
}

/** The half year before. */
export function halfYearBefore({ year, half }: HalfYear): HalfYear {
  return half === 2 ? halfYear(year, 1) : halfYear(year - 1, 2);
}

function halfYear(year: number, half: 1 | 2): HalfYear {
  const [first, last] = half === 1 ? ["01-01", "06-30"] : ["07-01", "12-31"];
  return { year, half, first: `${year}-${first}`, last: `${year}-${last}` };
}
