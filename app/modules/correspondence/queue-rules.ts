import type { QueueItem } from "#app/platform/desk-queue.ts";
import { formatDate } from "#app/ui/format.ts";
import { daysBetween, daysToDispose, type Nature } from "./incoming-rules.ts";
import { DISPOSITION_WORDS, INCOMING_WORDS } from "./words.ts";

/** An undated disposition stands as if it were due a week after it was given. */
const UNDATED_DAYS = 7;

/** A disposition in the hands of whoever looks. */
export function followItem(
  row: {
    id: string;
    incomingId: string;
    subject: string;
    sender: string;
    dueOn: string | null;
    createdAt: string;
  },
  today: string,
): QueueItem {
  const daysLeft = row.dueOn
    ? daysBetween(today, row.dueOn)
    : Math.max(0, daysBetween(today, row.createdAt.slice(0, 10)) + UNDATED_DAYS);
  return {
    key: `disposition:${row.id}`,
    href: `/kantor/buku/masuk/${row.incomingId}`,
    title: DISPOSITION_WORDS.desk(row.subject),
    meta: DISPOSITION_WORDS.deskMeta(row.sender, row.dueOn && formatDate(row.dueOn)),
    group: "waiting",
    isLate: daysLeft < 0,
    daysLeft,
  };
}

/** A letter that nobody has passed on yet. */
export function disposeItem(
  row: {
    id: string;
    agendaNumber: number;
    subject: string;
    sender: string;
    nature: Nature;
    receivedOn: string;
  },
  today: string,
): QueueItem {
  const daysLeft = daysToDispose(row, today);
  return {
    key: `dispose:${row.id}`,
    href: `/kantor/buku/masuk/${row.id}`,
    title: INCOMING_WORDS.deskDispose(row.subject),
    meta: INCOMING_WORDS.deskDisposeMeta(row.sender, row.agendaNumber),
    group: "waiting",
    isLate: daysLeft < 0,
    daysLeft,
  };
}
