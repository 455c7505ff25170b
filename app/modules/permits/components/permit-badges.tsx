import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { PermitState } from "../permit-rules.ts";
import { STATE_WORDS } from "../words.ts";

export function PermitStateBadge({ state }: { state: PermitState }) {
  const { tone, label } = STATE_WORDS[state];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
