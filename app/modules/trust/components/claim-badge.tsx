import { StatusBadge } from "#app/ui/status-badge.tsx";

const STATES = {
  waiting: { tone: "waiting", label: "Menunggu putusan" },
  accepted: { tone: "good", label: "Diterima" },
  refused: { tone: "bad", label: "Ditolak" },
  withdrawn: { tone: "neutral", label: "Tidak perlu lagi" },
} as const;

/** Where a claim stands. */
export function ClaimBadge({ state }: { state: keyof typeof STATES }) {
  const { tone, label } = STATES[state];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
