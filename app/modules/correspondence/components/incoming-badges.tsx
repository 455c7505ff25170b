import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { IncomingState, Nature } from "../incoming-rules.ts";
import { NATURE_NAMES, STATE_NAMES } from "../words.ts";

const TONES: Record<IncomingState, StatusTone> = {
  void: "neutral",
  closed: "good",
  undisposed: "waiting",
  following: "waiting",
  late: "bad",
};

/** Where a letter stands. */
export function IncomingStateBadge({ state }: { state: IncomingState }) {
  return (
    <StatusBadge tone={TONES[state]} icon={state === "void" ? "cross" : undefined}>
      {STATE_NAMES[state]}
    </StatusBadge>
  );
}

/** The nature of a letter that is not an ordinary one. */
export function NatureBadge({ nature }: { nature: Nature }) {
  if (nature === "biasa") return null;
  return (
    <StatusBadge
      tone={nature === "rahasia" ? "bad" : "warn"}
      icon={nature === "rahasia" ? "lock" : undefined}
    >
      {NATURE_NAMES[nature]}
    </StatusBadge>
  );
}
