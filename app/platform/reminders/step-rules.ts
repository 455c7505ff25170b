import { addDays, type Day, dayIn, instantOf, type Zone } from "../clock.ts";

/** When a kind of thing is told of, as its module proposes it and the village edits it. */
export interface ReminderRule {
  /** Mornings before the day it falls due: 7 is H-7, 0 the day itself. */
  daysBefore: readonly number[];
  /** Hours before; only for what has a time of day. */
  hoursBefore: readonly number[];
  /** Mornings between two reminders of what is overdue, or null where nobody is told any more. */
  overdueEveryDays: number | null;
}

/** What can be told of: something that falls due on a day, or that begins at a time. */
export interface Due {
  on: Day;
  /** When it begins; null where the whole day counts. */
  beginsAt: Date | null;
}

/** One moment at which a thing is told of. */
export interface ReminderStep {
  /** Names it within its thing: `H-7`, `-2j`, `H+14`. */
  name: string;
  at: Date;
  isOverdue: boolean;
}

/** Reminders of one overdue thing; whoever has not acted on a dozen will not act on the next. */
const MOST_OVERDUE = 12;
const HOUR_MILLIS = 3_600_000;

/**
 * Every moment at which a thing is told of, in the order of time: those before it that lie after `from`, and of those
 * that say it is overdue all up to now and the one after.
 * @param from when the thing came to be, or was moved: what lies before it is told by the invitation, not by a reminder
 * @param hour of the village's morning
 */
export function stepsOf(
  due: Due,
  rule: ReminderRule,
  { zone, from, now, hour }: { zone: Zone; from: Date; now: Date; hour: number },
): ReminderStep[] {
  const days = unique(rule.daysBefore).map((count) => ({
    name: `H-${count}`,
    at: instantOf(zone, addDays(due.on, -count), hour),
    isOverdue: false,
  }));
  const { beginsAt } = due;
  const hours = beginsAt
    ? unique(rule.hoursBefore).map((count) => ({
        name: `-${count}j`,
        at: new Date(beginsAt.getTime() - count * HOUR_MILLIS),
        isOverdue: false,
      }))
    : [];
  const before = [...days, ...hours].filter(({ at }) => at > from && at < overAt(due, zone));
  return [...before, ...overdueSteps(due, rule, { zone, now, hour })].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function overdueSteps(
  { on }: Due,
  { overdueEveryDays }: ReminderRule,
  { zone, now, hour }: { zone: Zone; now: Date; hour: number },
): ReminderStep[] {
  const steps: ReminderStep[] = [];
  if (!overdueEveryDays) return steps;
  for (let count = 1; count <= MOST_OVERDUE; count++) {
    const days = 1 + (count - 1) * overdueEveryDays;
    const at = instantOf(zone, addDays(on, days), hour);
    steps.push({ name: `H+${days}`, at, isOverdue: true });
    if (at > now) break;
  }
  return steps;
}

function unique(counts: readonly number[]): number[] {
  return [...new Set(counts)];
}

/** From when on it makes no sense to tell that a thing is coming: its beginning, or the end of its day. */
export function overAt({ on, beginsAt }: Due, zone: Zone): Date {
  return beginsAt ?? instantOf(zone, addDays(on, 1));
}

/**
 * Of the steps of one thing that nobody was told yet: which one is told now, and which are passed over. After a standstill
 * of days one message goes out and no flood; what has begun is not announced any more.
 */
export function pickDue<Step extends ReminderStep>(
  waiting: readonly Step[],
  due: Due,
  zone: Zone,
  now: Date,
): { tell: Step | null; skip: Step[] } {
  const passed = waiting.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const isOver = overAt(due, zone) <= now;
  const tellable = passed.filter(({ isOverdue }) => isOverdue || !isOver);
  const tell = tellable.at(-1) ?? null;
  return { tell, skip: passed.filter((step) => step !== tell) };
}

/** When nobody wants to be disturbed, in hours of the village's day: from 20 to 6 runs over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/**
 * The first moment from `at` on that is not quiet. What is over before that is not held back: it goes out at once.
 * @param before when the thing it tells of is over, or null where it can wait for any time
 */
export function outOfQuiet(at: Date, quiet: QuietHours | null, zone: Zone, before: Date | null = null): Date {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dayIn(zone, at);
  const ends = [today, addDays(today, 1)].map((day) => instantOf(zone, day, quiet.to));
  const end = ends.find((each) => each > at && at >= startOf(each, quiet));
  if (!end) return at;
  return before && end >= before ? at : end;
}

function startOf(end: Date, { from, to }: QuietHours): Date {
  const hours = (to - from + 24) % 24;
  return new Date(end.getTime() - hours * HOUR_MILLIS);
}
