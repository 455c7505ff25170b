/** Both an answer to a person and the notice of a breach: 3 x 24 hours (UU 27/2022; the breach by Ps. 46). */
export const ANSWER_HOURS = 72;
/** From so many hours before the end on a deadline is pressing. */
const PRESSING_HOURS = 24;
const HOUR_MILLIS = 3_600_000;

/** The instant 3 x 24 hours after another. */
export function dueAfter(instant: Date): Date {
  return new Date(instant.getTime() + ANSWER_HOURS * HOUR_MILLIS);
}

export type DeadlineState = "ahead" | "pressing" | "late";

/** Where a deadline stands; at its very moment it is late. */
export function deadlineState(dueAt: string, now: Date): DeadlineState {
  const left = Date.parse(dueAt) - now.getTime();
  if (left <= 0) return "late";
  return left <= PRESSING_HOURS * HOUR_MILLIS ? "pressing" : "ahead";
}

/** When a deadline changes its state next, or null once it is late. */
export function nextDeadlineStep(dueAt: string, now: Date): Date | null {
  const due = Date.parse(dueAt);
  const steps = [due - PRESSING_HOURS * HOUR_MILLIS, due].filter((step) => step > now.getTime());
  return steps[0] === undefined ? null : new Date(steps[0]);
}

/** Whole hours until a deadline, negative since it: a part of an hour counts as a whole one. */
export function hoursLeft(dueAt: string, now: Date): number {
  const hours = (Date.parse(dueAt) - now.getTime()) / HOUR_MILLIS;
  return hours > 0 ? Math.ceil(hours) : Math.floor(hours);
}

/** `sisa 2 hari 5 jam`, `terlambat 3 jam`. */
export function deadlineText(dueAt: string, now: Date): string {
  const hours = hoursLeft(dueAt, now);
  const size = Math.abs(hours);
  const parts = [Math.floor(size / 24) && `${Math.floor(size / 24)} hari`, size % 24 && `${size % 24} jam`];
  const text = parts.filter(Boolean).join(" ") || "0 jam";
  return hours > 0 ? `sisa ${text}` : `terlambat ${text}`;
}
