import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { RequestState } from "../request-rules.ts";
import { STATE_NAMES } from "../words.ts";

const TONES: Record<RequestState, StatusTone> = {
  received: "waiting",
  extended: "waiting",
  given: "good",
  partly: "warn",
  refused: "bad",
  withdrawn: "neutral",
};

/** Where a request stands, and whether its answer is late. */
export function RequestBadge({ state, isLate }: { state: RequestState; isLate: boolean }) {
  return (
    <span className="flex flex-wrap gap-2">
      <StatusBadge tone={TONES[state]}>{STATE_NAMES[state]}</StatusBadge>
      {isLate && <StatusBadge tone="bad">Terlambat</StatusBadge>}
    </span>
  );
}
