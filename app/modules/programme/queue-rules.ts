import type { QueueItem } from "#app/platform/desk-queue.ts";
import { formatDate, formatDueIn } from "#app/ui/format.ts";
import { type CivilDate, dayNumber, monthsFromMask, quarterOf } from "./calendar-rules.ts";
import { isPublicReason, owesExplanation } from "./deviation-rules.ts";
import type { ActivityFacts, UpdateRow } from "./measures.ts";
import type { ReportRow } from "./report-rules.ts";
import { type OwingYear, owedUpdates, reportedQuarters } from "./running-rules.ts";
import { QUEUE, quarterName } from "./running-words.ts";

/** Days before its date from which a step stands in its owner's queue. */
const STEP_DAYS_AHEAD = 7;

/** Who looks at the queue, and when. */
export interface Viewer {
  accountId: string;
  permissions: ReadonlySet<string>;
  today: CivilDate;
}

/** An activity of a running programme as the queue sees it. */
export interface QueueActivity {
  year: number;
  owing: OwingYear;
  row: Pick<ReportRow, "id" | "name" | "needsDeviation" | "budget" | "spending" | "elapsed" | "physical">;
  facts: Pick<ActivityFacts, "activity" | "people" | "updates" | "deviations">;
}

type Item = Omit<QueueItem, "group" | "isLate" | "daysLeft"> & Partial<QueueItem>;

/** Fills in what most items share: waiting, not late, due today. */
export function queueItem(item: Item): QueueItem {
  const daysLeft = item.daysLeft ?? 0;
  return { group: "waiting", isLate: daysLeft < 0, daysLeft, ...item };
}

/** Does this person work on the activity? Where nobody does, it is the planners'. */
export function isMine({ facts }: QueueActivity, viewer: Viewer): boolean {
  const { activity, people } = facts;
  const isNobodys = activity.responsibleAccountId === null && people.length === 0;
  if (isNobodys) return viewer.permissions.has("programme.plan");
  return (
    activity.responsibleAccountId === viewer.accountId ||
    people.some((person) => person.id === viewer.accountId)
  );
}

/** What waits for the people who do an activity: reports owed, given back or unfinished, and lags to explain. */
export function workItems(activity: QueueActivity, viewer: Viewer): QueueItem[] {
  if (!viewer.permissions.has("programme.update")) return [];
  const own = activity.facts.updates.filter((update) => isOwnDraft(activity, update, viewer));
  const items = own.map((update) => draftItem(activity, update));
  if (!isMine(activity, viewer)) return items;
  const started = new Set(own.map((update) => update.quarter));
  items.push(...owedItems(activity, viewer, started), ...explanationItems(activity, viewer));
  return items.length === 0 ? currentItems(activity, viewer) : items;
}

function isOwnDraft({ facts }: QueueActivity, update: UpdateRow, viewer: Viewer): boolean {
  if (update.state !== "draft" && update.state !== "returned") return false;
  return update.createdBy === viewer.accountId || facts.activity.responsibleAccountId === viewer.accountId;
}

function draftItem({ row, year }: QueueActivity, update: UpdateRow): QueueItem {
  const isReturned = update.state === "returned";
  const title = isReturned ? QUEUE.mendUpdate : QUEUE.finishUpdate;
  return queueItem({
    key: `update:${update.id}`,
    href: `/kantor/program-kerja/pembaruan/${update.id}`,
    title: title(row.name),
    meta: isReturned ? update.returnReason : quarterName(update.quarter, year),
    daysLeft: isReturned ? 0 : 1,
  });
}

function owedItems(activity: QueueActivity, viewer: Viewer, started: ReadonlySet<number>): QueueItem[] {
  const { row, facts, owing } = activity;
  const months = monthsFromMask(facts.activity.months);
  return owedUpdates({ months, updates: facts.updates }, owing, viewer.today)
    .filter(({ quarter }) => !started.has(quarter))
    .map(({ quarter, deadline }) => {
      const daysLeft = daysUntil(deadline, viewer.today);
      return queueItem({
        key: `owed:${row.id}:${quarter}`,
        href: `${activityHref(row.id)}/pembaruan/baru?triwulan=${quarter}`,
        title: QUEUE.report(quarterName(quarter), row.name),
        meta: QUEUE.until(formatDate(deadline), formatDueIn(daysLeft)),
        daysLeft,
      });
    });
}

function explanationItems({ row, facts, year }: QueueActivity, viewer: Viewer): QueueItem[] {
  const { needsDeviation } = row;
  if (!owesExplanation({ ...facts, needsDeviation }, year, viewer.today)) return [];
  return [
    queueItem({
      key: `lag:${row.id}`,
      href: `${activityHref(row.id)}/penyimpangan`,
      title: QUEUE.explain(row.name),
      meta: QUEUE.explainMeta,
    }),
  ];
}

/** For who plans: explanations of people on the work that residents don't read yet. */
export function agreementItems({ row, facts }: QueueActivity, viewer: Viewer): QueueItem[] {
  const isWaiting = facts.deviations.some((deviation) => !isPublicReason(deviation));
  if (!isWaiting || !viewer.permissions.has("programme.plan")) return [];
  return [
    queueItem({
      key: `agree:${row.id}`,
      href: `${activityHref(row.id)}/penyimpangan`,
      title: QUEUE.agree(row.name),
      meta: QUEUE.agreeMeta,
    }),
  ];
}

/** Work of this month, so that its report is one tap away. */
function currentItems({ row, facts, year }: QueueActivity, { today }: Viewer): QueueItem[] {
  const isReported = reportedQuarters(facts.updates).has(quarterOf(today));
  const isThisMonth = monthsFromMask(facts.activity.months).includes(Number(today.slice(5, 7)));
  if (!isThisMonth || isReported || !today.startsWith(String(year)) || (row.physical ?? 0) >= 100) return [];
  return [
    queueItem({
      key: `current:${row.id}`,
      href: `${activityHref(row.id)}/pembaruan/baru`,
      title: QUEUE.reportNow(row.name),
      meta: QUEUE.thisMonth,
      group: "current",
      daysLeft: 1,
    }),
  ];
}

/** For who keeps the money: funded work that is under way without any spending on record. */
export function spendingItems({ row }: QueueActivity, viewer: Viewer): QueueItem[] {
  const isUnderWay = row.budget > 0 && row.spending === 0 && (row.elapsed ?? 0) > 0;
  if (!isUnderWay || !viewer.permissions.has("programme.spend")) return [];
  return [
    queueItem({
      key: `spend:${row.id}`,
      href: `${activityHref(row.id)}/belanja`,
      title: QUEUE.spend(row.name),
      meta: QUEUE.spendMeta,
      group: "current",
      daysLeft: 1,
    }),
  ];
}

/** For who keeps the money: the sheet that saves typing, while money of a running year is missing. */
export function importItems(activities: readonly QueueActivity[], viewer: Viewer): QueueItem[] {
  const missing = activities.filter((each) => spendingItems(each, viewer).length > 0);
  const years = [...new Set(missing.map(({ year }) => year))];
  return years.map((year) =>
    queueItem({
      key: `import:${year}`,
      href: `/kantor/program-kerja/${year}/impor`,
      title: QUEUE.importMoney(year),
      meta: QUEUE.importMoneyMeta,
      group: "current",
      daysLeft: 1,
    }),
  );
}

/** Reports that wait for the Kepala Desa: one leads to itself, several to their list. */
export function approvalItems(activities: readonly QueueActivity[], viewer: Viewer): QueueItem[] {
  if (!viewer.permissions.has("programme.approve")) return [];
  const waiting = activities.flatMap(({ row, year, facts }) =>
    facts.updates.filter(({ state }) => state === "submitted").map((update) => ({ row, year, update })),
  );
  const [only] = waiting;
  if (!only) return [];
  if (waiting.length > 1) {
    const href = "/kantor/program-kerja/pembaruan";
    return [queueItem({ key: "approve", href, title: QUEUE.approveMany(waiting.length), meta: null })];
  }
  return [
    queueItem({
      key: "approve",
      href: `/kantor/program-kerja/pembaruan/${only.update.id}`,
      title: QUEUE.approveOne(only.row.name),
      meta: quarterName(only.update.quarter, only.year),
    }),
  ];
}

export interface QueueStep {
  id: string;
  title: string;
  activityId: string;
  activityName: string;
  dueOn: CivilDate | null;
}

/** Steps of the viewer that are late or due within a week. */
export function stepItems(steps: readonly QueueStep[], { today }: Viewer): QueueItem[] {
  return steps.flatMap(({ id, title, activityId, activityName, dueOn }) => {
    const daysLeft = dueOn === null ? Number.POSITIVE_INFINITY : daysUntil(dueOn, today);
    if (daysLeft > STEP_DAYS_AHEAD) return [];
    const meta = `${activityName} · ${formatDueIn(daysLeft)}`;
    return [
      queueItem({ key: `step:${id}`, href: `${activityHref(activityId)}/langkah`, title, meta, daysLeft }),
    ];
  });
}

function daysUntil(date: CivilDate, today: CivilDate): number {
  return dayNumber(date) - dayNumber(today);
}

function activityHref(id: string): string {
  return `/kantor/program-kerja/kegiatan/${id}`;
}
