import { StatusBadge } from "#app/ui/status-badge.tsx";
import { BATCH_STATE_WORDS, FORM_STATE_WORDS } from "../words.ts";

export function FormStateBadge({ state }: { state: keyof typeof FORM_STATE_WORDS }) {
  const { tone, label } = FORM_STATE_WORDS[state];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}

export function BatchStateBadge({ state }: { state: keyof typeof BATCH_STATE_WORDS }) {
  const { tone, label } = BATCH_STATE_WORDS[state];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
