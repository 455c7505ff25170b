import type { CivilDate } from "./calendar-rules.ts";

export const PROGRAMME_STATES = ["draft", "submitted", "returned", "approved", "running", "closed"] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** The Kepala Desa's view of one activity while its programme lies with him. */
export const REVIEW_STATES = ["open", "returned", "accepted"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const UPDATE_STATES = ["draft", "submitted", "returned", "approved"] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];

export const DIRECTIONS = ["rising", "falling"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INDICATOR_SOURCES = ["manual", "counted"] as const;
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number];

/** Targets of the four quarters in the indicator's unit; null where none is set. */
export type QuarterTargets = readonly [number | null, number | null, number | null, number | null];

export type Indicator = {
  name: string;
  unit: string;
  direction: Direction;
  isCumulative: boolean;
  baseline: number | null;
  source: IndicatorSource;
  targets: QuarterTargets;
};

const PROGRAMME_MOVES: Record<ProgrammeState, readonly ProgrammeState[]> = {
  draft: ["submitted"],
  submitted: ["returned", "approved"],
  returned: ["submitted"],
  approved: ["running"],
  running: ["closed"],
  closed: [],
};

const UPDATE_MOVES: Record<UpdateState, readonly UpdateState[]> = {
  draft: ["submitted"],
  submitted: ["approved", "returned"],
  returned: ["submitted"],
  approved: [],
};

const REVIEW_MOVES: Record<ReviewState, readonly ReviewState[]> = {
  open: ["returned", "accepted"],
  returned: ["open", "accepted"],
  accepted: ["open", "returned"],
};

/** Legal next states of a year's programme; empty for a closed one. */
export function nextProgrammeStates(from: ProgrammeState): readonly ProgrammeState[] {
  return PROGRAMME_MOVES[from];
}

export function canMoveProgramme(from: ProgrammeState, to: ProgrammeState): boolean {
  return PROGRAMME_MOVES[from].includes(to);
}

/** Legal moves of a progress update. An approved one is final: a correction is a newer update of the same quarter. */
export function canMoveUpdate(from: UpdateState, to: UpdateState): boolean {
  return UPDATE_MOVES[from].includes(to);
}

/**
 * Legal moves of an activity's review: returned -> open is the Kasi sending it back mended, returned -> accepted
 * the Kepala Desa withdrawing his objection, accepted -> open an edit after acceptance.
 */
export function canMoveReview(from: ReviewState, to: ReviewState): boolean {
  return REVIEW_MOVES[from].includes(to);
}

/** The Kepala Desa reviews single activities only while the programme lies with him. */
export function canReviewActivities(programme: ProgrammeState): boolean {
  return programme === "submitted";
}

/** Plan fields may be edited in a draft or returned programme; in a submitted one only where the activity was returned. */
export function canEditActivity(programme: ProgrammeState, review: ReviewState): boolean {
  if (programme === "draft" || programme === "returned") return true;
  return programme === "submitted" && review === "returned";
}

/** Activities are added, dropped and reordered only while the whole programme is with the Kasi. */
export function canEditProgramme(programme: ProgrammeState): boolean {
  return programme === "draft" || programme === "returned";
}

/** Review after the activity was saved: an accepted one must be looked at again, the others stay as they are. */
export function reviewAfterEdit(review: ReviewState): ReviewState {
  return review === "accepted" ? "open" : review;
}

/** Review once the Kasi submits the programme (or one mended activity): what was returned is open again. */
export function reviewAfterSubmission(review: ReviewState): ReviewState {
  return review === "returned" ? "open" : review;
}

export type ApprovalObstacle = "not_submitted" | "no_activities" | "activities_returned";

/**
 * Why the whole programme cannot be approved now, or null when it can. A returned activity blocks until it is
 * mended or the objection withdrawn; open ones are accepted together with the programme.
 */
export function approvalObstacle(
  programme: ProgrammeState,
  reviews: readonly ReviewState[],
): ApprovalObstacle | null {
  if (programme !== "submitted") return "not_submitted";
  if (reviews.length === 0) return "no_activities";
  return reviews.includes("returned") ? "activities_returned" : null;
}

/** Progress and spending are recorded while the programme runs, neither before approval nor after closing. */
export function acceptsUpdates(programme: ProgrammeState): boolean {
  return programme === "running";
}

/** An approved programme starts to run on 1 January of its year, village time. */
export function isDueToRun(programme: ProgrammeState, year: number, today: CivilDate): boolean {
  return programme === "approved" && today >= `${year}-01-01`;
}

export type Version = { version: number; validFrom: CivilDate };
export type TargetVersion = Version & { targets: QuarterTargets; reason: string | null };

/**
 * The version that held on `date`: the latest `validFrom` not after it, of one day the highest number. Before the
 * first one, the first: it is the plan of the whole year. Null without versions. `validFrom` is the day of
 * approval, never an earlier one, so an old report can be made again.
 */
export function versionAt<V extends Version>(versions: readonly V[], date: CivilDate): V | null {
  const ordered = versions.toSorted((a, b) => (isNewer(a, b) ? 1 : -1));
  return ordered.findLast(({ validFrom }) => validFrom <= date) ?? ordered[0] ?? null;
}

function isNewer(a: Version, b: Version): boolean {
  return a.validFrom === b.validFrom ? a.version > b.version : a.validFrom > b.validFrom;
}
