import { deadlineState, deadlineText } from "#app/platform/privacy/deadline-rules.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";

const TONES = { ahead: "neutral", pressing: "waiting", late: "bad" } as const;

/** How long is left until a deadline, in words. */
export function DeadlineBadge({ dueAt, now }: { dueAt: string; now: string }) {
  const at = new Date(now);
  const text = deadlineText(dueAt, at);
  return (
    <StatusBadge tone={TONES[deadlineState(dueAt, at)]} icon="clock">
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </StatusBadge>
  );
}
