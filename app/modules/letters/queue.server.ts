import type { DeskQueue, QueueItem } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { isLate } from "./chain-rules.ts";
import { STATE_WORDS } from "./chain-words.ts";
import { isMine } from "./duty-rules.ts";
import { type ListedLetter, selectOpen } from "./list-letters.server.ts";

const DAY_MILLIS = 86_400_000;
/** As many as a desk holds; the rest is on the page of letters. */
const MOST = 50;

/** On Meja kerja: letters past their promised time first, then what waits for whoever looks. */
export const lettersQueue: DeskQueue = {
  module: "letters",
  read: (ctx) => {
    if (!ctx.actor.permissions.has("letters.read")) return reading([], () => []);
    return reading([selectOpen(ctx)], ([rows]) =>
      rows
        .filter((row) => isMine(row, ctx.actor))
        .slice(0, MOST)
        .map((row) => itemOf(row, ctx.now)),
    );
  },
};

function itemOf(row: ListedLetter, now: Date): QueueItem {
  const late = isLate(row, now);
  const state = row.state === "ready" ? "draft" : row.state;
  const left = row.promisedAt ? (Date.parse(row.promisedAt) - now.getTime()) / DAY_MILLIS : 0;
  return {
    key: `letter:${row.id}`,
    href: `/kantor/surat/${row.id}`,
    title: `${row.title}: ${row.personName}`,
    meta: STATE_WORDS[state].label,
    group: "waiting",
    isLate: late,
    daysLeft: Math.floor(left),
  };
}
