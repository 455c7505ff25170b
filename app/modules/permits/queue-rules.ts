import type { QueueItem } from "#app/platform/desk-queue.ts";
import { formatDate } from "#app/ui/format.ts";
import { isRecommendation } from "./permit-rules.ts";
import type { QueuedPermit } from "./queue.server.ts";
import { DESK_WORDS, KIND_WORDS } from "./words.ts";

/** A decision should stand so many days before the day itself. */
const DECIDE_DAYS = 2;
/** After so many days without an answer the office asks. */
const ANSWER_DAYS = 7;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** A request that waits for who decides. @param now local, `2026-11-24T09:00` */
export function decideItem(row: QueuedPermit, now: string): QueueItem {
  const daysLeft = daysBetween(now, row.fromAt) - DECIDE_DAYS;
  return { ...itemOf(row, DESK_WORDS.decide, row.fromAt), group: "waiting", isLate: daysLeft < 0, daysLeft };
}

/** The next step of one that is decided; null where there is none now. */
export function carryItem(row: QueuedPermit, now: string): QueueItem | null {
  const next = nextStep(row, now);
  if (!next) return null;
  const { title, day, daysLeft } = next;
  return { ...itemOf(row, title, day), group: "current", isLate: daysLeft < 0, daysLeft };
}

function nextStep(row: QueuedPermit, now: string) {
  if (row.state === "handed-over") {
    const day = row.handedOn ?? now;
    const daysLeft = ANSWER_DAYS - daysBetween(day, now);
    return daysLeft <= 0 ? { title: DESK_WORDS.answer, day, daysLeft } : null;
  }
  if (row.state === "returned")
    return { title: DESK_WORDS.refund, day: row.untilAt, daysLeft: daysBetween(now, row.untilAt) };
  if (isRecommendation(row.kind))
    return {
      title: DESK_WORDS.handOver,
      day: row.fromAt,
      daysLeft: daysBetween(now, row.fromAt) - DECIDE_DAYS,
    };
  if (row.untilAt <= now)
    return { title: DESK_WORDS.back, day: row.untilAt, daysLeft: daysBetween(now, row.untilAt) };
  if (row.deposit > 0 && !row.depositPaidOn)
    return { title: DESK_WORDS.pay, day: row.fromAt, daysLeft: daysBetween(now, row.fromAt) };
  return null;
}

function itemOf(row: QueuedPermit, title: (kind: string) => string, day: string) {
  return {
    key: `permit:${row.id}`,
    href: `/kantor/izin/${row.id}`,
    title: title(KIND_WORDS[row.kind].name),
    meta: DESK_WORDS.meta(row.applicantName, formatDate(day.slice(0, 10))),
  };
}
