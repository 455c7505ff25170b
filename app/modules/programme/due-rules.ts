import { type CivilDate, type Quarter, quarterEnd, quarterReached } from "./calendar-rules.ts";
import type { UpdateState } from "./rules.ts";
import {
  isReportable,
  nextDay,
  type OwingYear,
  owedQuarters,
  reportedQuarters,
  updateDeadline,
} from "./running-rules.ts";
import { INBOX } from "./running-words.ts";

/** Kinds of due items that the work programme keeps. */
export const DUE_KINDS = [
  "programme.update",
  "programme.update-late",
  "programme.step",
  "programme.deviation",
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface DueStep {
  id: string;
  title: string;
  ownerId: string | null;
  dueOn: CivilDate | null;
  isDone: boolean;
}

export interface DueActivity {
  id: string;
  name: string;
  months: readonly number[];
  updates: readonly { quarter: number; state: UpdateState }[];
  /** Behind by more than the limit, and not explained for the present quarter. */
  lacksExplanation: boolean;
  steps: readonly DueStep[];
  /** Accounts that are told. */
  team: readonly string[];
}

export interface DueProgramme {
  year: number;
  owing: OwingYear;
  activities: readonly DueActivity[];
}

/** One thing that falls due: whom to tell what from which day on. */
export interface DueThing {
  dueKey: string;
  kind: DueKind;
  subjectId: string;
  dueOn: CivilDate;
  receivers: readonly string[];
  title: string;
  href: string;
}

/**
 * All that a running programme has on the calendar as of `today`. What is settled, dropped or moved is not in it: its
 * item is cancelled and tells nobody. Before a deadline a report is due once its quarter has ended; after it only as late.
 */
export function dueThings(programme: DueProgramme, today: CivilDate): DueThing[] {
  return programme.activities.flatMap((activity) => [
    ...dueUpdates(activity, programme, today),
    ...dueSteps(activity),
    ...dueExplanation(activity, programme.year, today),
  ]);
}

function dueUpdates(activity: DueActivity, { owing }: DueProgramme, today: CivilDate): DueThing[] {
  const reported = reportedQuarters(activity.updates);
  return owedQuarters(activity.months)
    .filter((quarter) => !reported.has(quarter) && isReportable(quarter, owing))
    .map((quarter) => dueUpdate(activity, quarter, { ...owing, today }));
}

function dueUpdate(
  activity: DueActivity,
  quarter: Quarter,
  { year, days, today }: OwingYear & { today: CivilDate },
): DueThing {
  const deadline = updateDeadline(year, quarter, days);
  const isLate = today > deadline;
  const title = isLate ? INBOX.updateLate : INBOX.updateDue;
  const kind = isLate ? "programme.update-late" : "programme.update";
  return {
    dueKey: `${kind}:${activity.id}:${quarter}`,
    kind,
    subjectId: activity.id,
    dueOn: nextDay(isLate ? deadline : quarterEnd(year, quarter)),
    receivers: activity.team,
    title: title(activity.name, quarter, year),
    href: `/kantor/program-kerja/kegiatan/${activity.id}/pembaruan/baru?triwulan=${quarter}`,
  };
}

function dueSteps(activity: DueActivity): DueThing[] {
  return activity.steps.flatMap(({ id, title, ownerId, dueOn, isDone }) =>
    dueOn === null || isDone
      ? []
      : [
          {
            dueKey: `programme.step:${id}:${dueOn}`,
            kind: "programme.step" as const,
            subjectId: id,
            dueOn,
            receivers: ownerId ? [ownerId] : activity.team,
            title: INBOX.stepDue(title),
            href: `/kantor/program-kerja/kegiatan/${activity.id}/langkah`,
          },
        ],
  );
}

function dueExplanation(activity: DueActivity, year: number, today: CivilDate): DueThing[] {
  const quarter = quarterReached(year, today);
  if (!activity.lacksExplanation || quarter === null) return [];
  return [
    {
      dueKey: `programme.deviation:${activity.id}:${quarter}`,
      kind: "programme.deviation",
      subjectId: activity.id,
      dueOn: today,
      receivers: activity.team,
      title: INBOX.deviationDue(activity.name),
      href: `/kantor/program-kerja/kegiatan/${activity.id}/penyimpangan`,
    },
  ];
}
