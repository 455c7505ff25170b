import { asc, eq, isNull } from "drizzle-orm";
import { dayIn } from "#app/platform/clock.ts";
import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { deadlineState, deadlineText, hoursLeft } from "#app/platform/privacy/deadline-rules.ts";
import { TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { selectAccepted } from "#app/platform/privacy/require-terms.ts";
import { termsState } from "#app/platform/privacy/terms-rules.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { breaches, personRequests } from "#db/village/schema/privacy.ts";
import { isNoticeOpen } from "./breach-rules.ts";
import { mayAccept, selectHeads } from "./load-terms.server.ts";
import { BREACH_WORDS, REQUEST_WORDS, TERMS_WORDS } from "./words.ts";

const MOST = 20;

/** On Meja kerja: breaches that nobody was told of yet, requests that wait, and the terms for whoever may accept them. */
export const privacyQueue: DeskQueue = {
  module: null,
  read: (ctx) => {
    const { db, actor, now, tenant } = ctx;
    const may = (permission: string) => actor.permissions.has(permission);
    if (!may("privacy.requests") && !actor.isAdmin) return reading([], () => []);
    return reading(
      [
        db
          .select()
          .from(breaches)
          .where(isNull(breaches.closedAt))
          .orderBy(asc(breaches.noticeDueAt))
          .limit(MOST),
        db
          .select()
          .from(personRequests)
          .where(eq(personRequests.state, "open"))
          .orderBy(asc(personRequests.answerDueAt))
          .limit(MOST),
        selectAccepted(db),
        selectHeads(ctx, db),
      ],
      ([open, requests, accepted, heads]) => {
        const items: QueueItem[] = [];
        if (may("privacy.breaches"))
          for (const row of open.filter(isNoticeOpen))
            items.push(
              timed(row.noticeDueAt, now, {
                key: `breach:${row.id}`,
                href: `/kantor/data-pribadi/insiden/${row.id}`,
                title: BREACH_WORDS.deskTitle,
              }),
            );
        if (may("privacy.requests"))
          for (const row of requests)
            items.push(
              timed(row.answerDueAt, now, {
                key: `person-request:${row.id}`,
                href: `/kantor/data-pribadi/permintaan/${row.id}`,
                title: REQUEST_WORDS.deskTitle(row.subjectName),
              }),
            );
        const versions = accepted.map(({ version }) => version);
        const standing = termsState(versions, TERMS_VERSIONS, dayIn(tenant.timeZone, now));
        if (standing.state !== "accepted" && mayAccept(ctx, heads)) items.push(termsItem(standing));
        return items;
      },
    );
  },
};

function timed(dueAt: string, now: Date, item: Pick<QueueItem, "key" | "href" | "title">): QueueItem {
  const text = deadlineText(dueAt, now);
  return {
    ...item,
    meta: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
    group: "waiting",
    isLate: deadlineState(dueAt, now) === "late",
    daysLeft: Math.floor(hoursLeft(dueAt, now) / 24),
  };
}

function termsItem(standing: { state: "renew"; until: string } | { state: "missing" }): QueueItem {
  return {
    key: "privacy.terms",
    href: "/kantor/data-pribadi/perjanjian",
    title: TERMS_WORDS.deskTitle,
    meta:
      standing.state === "renew"
        ? TERMS_WORDS.deskRenew(formatDate(standing.until))
        : TERMS_WORDS.deskMissing,
    group: "waiting",
    isLate: false,
    daysLeft: 30,
  };
}
