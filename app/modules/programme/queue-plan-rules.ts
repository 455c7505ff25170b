import type { QueueItem } from "#app/platform/desk-queue.ts";
import { yearOfDate } from "./calendar-rules.ts";
import { queueItem, type Viewer } from "./queue-rules.ts";
import type { ProgrammeState } from "./rules.ts";
import { QUEUE } from "./running-words.ts";

export interface QueueProgramme {
  year: number;
  state: ProgrammeState;
  returnReason: string | null;
}

export interface ReturnedActivity {
  id: string;
  name: string;
  reason: string | null;
}

/** From October the next year's programme should be on the table. */
const PLANNING_MONTH = 10;

/** What planning waits for: a programme to examine, to mend, to finish, or to begin. */
export function planItems(
  programmes: readonly QueueProgramme[],
  returned: readonly ReturnedActivity[],
  viewer: Viewer,
): QueueItem[] {
  const items: QueueItem[] = [];
  if (viewer.permissions.has("programme.approve")) items.push(...reviewItems(programmes));
  if (!viewer.permissions.has("programme.plan")) return items;
  items.push(...programmes.flatMap(draftItems), ...returned.map(returnedItem));
  const missing = missingYear(programmes, viewer.today);
  if (missing !== null)
    items.push(
      queueItem({
        key: "open",
        href: "/kantor/program-kerja",
        title: QUEUE.open(missing),
        meta: QUEUE.openMeta,
      }),
    );
  return items;
}

function reviewItems(programmes: readonly QueueProgramme[]): QueueItem[] {
  return programmes
    .filter(({ state }) => state === "submitted")
    .map(({ year }) =>
      queueItem({
        key: `review:${year}`,
        href: `/kantor/program-kerja/${year}/pemeriksaan`,
        title: QUEUE.review(year),
        meta: null,
      }),
    );
}

function draftItems({ year, state, returnReason }: QueueProgramme): QueueItem[] {
  const href = `/kantor/program-kerja/${year}`;
  if (state === "returned")
    return [queueItem({ key: `mend:${year}`, href, title: QUEUE.mendProgramme(year), meta: returnReason })];
  if (state === "draft")
    return [queueItem({ key: `draft:${year}`, href, title: QUEUE.finish(year), meta: null, daysLeft: 1 })];
  return [];
}

function returnedItem({ id, name, reason }: ReturnedActivity): QueueItem {
  const href = `/kantor/program-kerja/kegiatan/${id}/rencana`;
  return queueItem({ key: `returned:${id}`, href, title: QUEUE.mendActivity(name), meta: reason });
}

function missingYear(programmes: readonly QueueProgramme[], today: string): number | null {
  const year = yearOfDate(today);
  const has = (wanted: number) => programmes.some((programme) => programme.year === wanted);
  if (Number(today.slice(5, 7)) >= PLANNING_MONTH) return has(year + 1) ? null : year + 1;
  return has(year) ? null : year;
}
