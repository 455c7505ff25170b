import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { LetterState } from "../chain-rules.ts";
import { STATE_WORDS } from "../chain-words.ts";

const TONES: Record<LetterState, StatusTone> = {
  asked: "warn",
  draft: "neutral",
  review: "waiting",
  waiting: "waiting",
  signed: "good",
  handed: "good",
  returned: "warn",
  cancelled: "bad",
};

/** Where a letter is; late ones say so besides. */
export function LetterBadge({ state, isLate = false }: { state: string; isLate?: boolean }) {
  const known = (state in TONES ? state : "draft") as LetterState;
  return (
    <span className="inline-flex flex-wrap gap-2">
      <StatusBadge tone={TONES[known]}>{STATE_WORDS[known].label}</StatusBadge>
      {isLate && <StatusBadge tone="bad">Lewat waktu</StatusBadge>}
    </span>
  );
}
