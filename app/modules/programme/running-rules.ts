import {
  type CivilDate,
  dayNumber,
  isDateInQuarter,
  QUARTERS,
  type Quarter,
  quarterEnd,
  quarterOf,
  quarterReached,
  yearOfDate,
} from "./calendar-rules.ts";
import type { Progress } from "./report-rules.ts";
import { isDueToRun, type ProgrammeState, type UpdateState } from "./rules.ts";

/** Setting: days after a quarter's end by which its reports should be sent. */
export const UPDATE_DAYS_SETTING = "programme.updateDays";
export const DEFAULT_UPDATE_DAYS = 10;
/** Setting: points behind from which cause and correction are asked for. */
export const DEVIATION_POINTS_SETTING = "programme.deviationPoints";

const MS_PER_DAY = 86_400_000;

/** State as of `today` (village time): an approved programme runs from 1 January of its year, sweep or no sweep. */
export function effectiveState(
  programme: { state: ProgrammeState; year: number },
  today: CivilDate,
): ProgrammeState {
  return isDueToRun(programme.state, programme.year, today) ? "running" : programme.state;
}

/** A setting that holds a whole number of 0 or more; anything else counts as not set. */
export function settingNumber(value: unknown, whenUnset: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : whenUnset;
}

/** Last day on which a quarter's report is on time: `days` after its end. */
export function updateDeadline(year: number, quarter: Quarter, days: number): CivilDate {
  return dayAfter(quarterEnd(year, quarter), days);
}

export function nextDay(date: CivilDate): CivilDate {
  return dayAfter(date, 1);
}

function dayAfter(date: CivilDate, days: number): CivilDate {
  return new Date((dayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Is a step's date likely a slip? Work on a year's activity is dated from the year before to the year after. */
export function isStepDayOutside(year: number, day: CivilDate): boolean {
  return Math.abs(yearOfDate(day) - year) > 1;
}

/** The quarters for which an activity owes a report: those in which one of its months lies. */
export function owedQuarters(months: readonly number[]): Quarter[] {
  return QUARTERS.filter((quarter) => months.some((month) => quarterOf(month) === quarter));
}

/** Quarters with a report that was sent (a draft or a returned one is none). */
export function reportedQuarters(updates: readonly { quarter: number; state: UpdateState }[]): Set<number> {
  const sent = updates.filter(({ state }) => state === "submitted" || state === "approved");
  return new Set(sent.map(({ quarter }) => quarter));
}

export type OwedUpdate = { quarter: Quarter; deadline: CivilDate; isLate: boolean };

/** Against what a report is owed. */
export type OwingYear = {
  year: number;
  /** Days after a quarter's end. */
  days: number;
  /** Day on which the plan was approved; null: unknown. */
  approvedOn: CivilDate | null;
};

/** Could a quarter's report be asked for? Not of one that was over before there was a plan to report against. */
export function isReportable(quarter: Quarter, { year, approvedOn }: Omit<OwingYear, "days">): boolean {
  return approvedOn === null || quarterEnd(year, quarter) >= approvedOn;
}

/** Reports that an activity owes today: quarters that have ended and for which none was sent, oldest first. */
export function owedUpdates(
  activity: {
    months: readonly number[];
    updates: readonly { quarter: number; state: UpdateState }[];
  },
  owing: OwingYear,
  today: CivilDate,
): OwedUpdate[] {
  const { year, days } = owing;
  const reported = reportedQuarters(activity.updates);
  return owedQuarters(activity.months)
    .filter((quarter) => quarterEnd(year, quarter) < today && !reported.has(quarter))
    .filter((quarter) => isReportable(quarter, owing))
    .map((quarter) => {
      const deadline = updateDeadline(year, quarter, days);
      return { quarter, deadline, isLate: today > deadline };
    });
}

/** The quarter that an update form opens with: the oldest one still owed, else that of today, held within the year. */
export function usualQuarter(owed: readonly OwedUpdate[], year: number, today: CivilDate): Quarter {
  return owed[0]?.quarter ?? quarterReached(year, today) ?? 1;
}

export type UpdateDayProblem = "outside_quarter" | "in_future";

/** Why an update can't state the situation of `asOf`; null when it can. */
export function updateDayProblem(
  year: number,
  quarter: Quarter,
  asOf: CivilDate,
  today: CivilDate,
): UpdateDayProblem | null {
  if (!isDateInQuarter(asOf, year, quarter)) return "outside_quarter";
  return asOf > today ? "in_future" : null;
}

/** Who had a hand in a report: began it, changed it, or sent it. */
export interface Authored {
  createdBy: string;
  editors: readonly string[];
  submittedBy: string | null;
}

export function isAuthor({ createdBy, editors, submittedBy }: Authored, accountId: string): boolean {
  return [createdBy, ...editors, submittedBy].includes(accountId);
}

/** `editors` after one more person changed the report; who began it is known already. */
export function editorsAfter({ createdBy, editors }: Authored, accountId: string): string[] {
  return createdBy === accountId ? [...editors] : [...new Set([...editors, accountId])];
}

/**
 * Nobody approves a report that he began, changed or sent, unless nobody else could: in a village whose Kepala Desa
 * does the work himself and is the only one who may approve, it would stand for ever. The record then shows it.
 */
export function mayApprove(update: Authored, approverId: string, otherApprovers: number): boolean {
  return !isAuthor(update, approverId) || otherApprovers === 0;
}

export const BOARD_COLUMNS = ["not_started", "on_track", "behind", "done"] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/**
 * Column of the progress board: done at 100 %; behind where time has gone further than work; not started while neither
 * its first month nor any work has begun; otherwise on track.
 */
export function boardColumn(progress: Pick<Progress, "physical" | "elapsed" | "isBehind">): BoardColumn {
  const physical = progress.physical ?? 0;
  if (physical >= 100) return "done";
  if (progress.isBehind) return "behind";
  return physical === 0 && (progress.elapsed ?? 0) === 0 ? "not_started" : "on_track";
}
