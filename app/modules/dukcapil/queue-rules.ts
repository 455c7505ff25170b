import type { QueueItem } from "#app/platform/desk-queue.ts";
import { formatDate } from "#app/ui/format.ts";
import { COLLECT_DAYS, LONG_DAYS, READY_DAYS } from "./state-rules.ts";
import { DESK_WORDS } from "./words.ts";

const BASE = "/kantor/dukcapil";

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A form that came back, to be mended or to be given out. */
export function settledItem(
  row: {
    id: string;
    form: string;
    state: string;
    personName: string;
    finishedOn: string | null;
    returnedOn: string | null;
  },
  today: string,
): QueueItem {
  const isReturned = row.state === "returned";
  const since = (isReturned ? row.returnedOn : row.finishedOn) ?? today;
  const daysLeft = COLLECT_DAYS - daysBetween(since, today);
  return {
    key: `dukcapil:${row.id}`,
    href: `${BASE}/${row.id}`,
    title: isReturned ? DESK_WORDS.returned(row.personName) : DESK_WORDS.finished(row.personName),
    meta: isReturned
      ? DESK_WORDS.returnedMeta(row.form)
      : DESK_WORDS.finishedMeta(row.form, formatDate(since)),
    group: isReturned ? "waiting" : "current",
    isLate: daysLeft < 0,
    daysLeft,
  };
}

/** All that waits for a batch, as one item. @param since when the first of them was made ready, ISO 8601 */
export function readyItem(count: number, since: string | null, today: string): QueueItem[] {
  if (count === 0) return [];
  const daysLeft = READY_DAYS - daysBetween((since ?? today).slice(0, 10), today);
  return [
    {
      key: "dukcapil-ready",
      href: `${BASE}/berkas`,
      title: DESK_WORDS.ready(count),
      meta: DESK_WORDS.readyMeta,
      group: "current",
      isLate: daysLeft < 0,
      daysLeft,
    },
  ];
}

/** A batch that Dukcapil has had for long. */
export function longItem(
  row: { id: string; number: number; year: number; sentOn: string; waiting: number },
  today: string,
): QueueItem {
  return {
    key: `dukcapil-batch:${row.id}`,
    href: `${BASE}/berkas/${row.id}`,
    title: DESK_WORDS.long(row.number, row.year),
    meta: DESK_WORDS.longMeta(row.waiting, formatDate(row.sentOn)),
    group: "waiting",
    isLate: true,
    daysLeft: LONG_DAYS - daysBetween(row.sentOn, today),
  };
}
