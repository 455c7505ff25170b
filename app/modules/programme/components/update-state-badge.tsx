import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { UpdateState } from "../rules.ts";
import { UPDATE_STATE_NAMES } from "../words.ts";

const TONES: Record<UpdateState, StatusTone> = {
  draft: "neutral",
  submitted: "waiting",
  returned: "warn",
  approved: "good",
};

export function UpdateStateBadge({ state }: { state: UpdateState }) {
  return <StatusBadge tone={TONES[state]}>{UPDATE_STATE_NAMES[state]}</StatusBadge>;
}
