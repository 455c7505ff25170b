import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { ProgrammeState, ReviewState } from "../rules.ts";
import { PROGRAMME_STATE_NAMES, REVIEW_STATE_NAMES } from "../words.ts";

const PROGRAMME_TONES: Record<ProgrammeState, StatusTone> = {
  draft: "neutral",
  submitted: "waiting",
  returned: "warn",
  approved: "good",
  running: "good",
  closed: "neutral",
};

const REVIEW_TONES: Record<ReviewState, StatusTone> = { open: "waiting", returned: "warn", accepted: "good" };

export function ProgrammeStateBadge({ state }: { state: ProgrammeState }) {
  return <StatusBadge tone={PROGRAMME_TONES[state]}>{PROGRAMME_STATE_NAMES[state]}</StatusBadge>;
}

export function ReviewStateBadge({ state }: { state: ReviewState }) {
  return <StatusBadge tone={REVIEW_TONES[state]}>{REVIEW_STATE_NAMES[state]}</StatusBadge>;
}
