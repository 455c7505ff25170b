import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { STATE_NAMES, TRUST_NAMES } from "../words.ts";

export interface VillageBadgesProps {
  village: {
    state: keyof typeof STATE_NAMES;
    trust: keyof typeof TRUST_NAMES;
    movingTo?: string | null;
    migrationError?: string | null;
    isCanary?: boolean;
  };
}

const TONES: Record<keyof typeof STATE_NAMES, StatusTone> = {
  provisioning: "waiting",
  active: "good",
  suspended: "bad",
  erased: "neutral",
};

/** In badges: where a village stands, and what an operator should know of it at first sight. */
export function VillageBadges({ village }: VillageBadgesProps) {
  const { state, trust, movingTo, migrationError, isCanary } = village;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <StatusBadge tone={TONES[state]}>{STATE_NAMES[state]}</StatusBadge>
      {state !== "erased" && (
        <StatusBadge tone={trust === "verified" ? "good" : "waiting"}>{TRUST_NAMES[trust]}</StatusBadge>
      )}
      {movingTo && <StatusBadge tone="waiting">Sedang dipindahkan</StatusBadge>}
      {migrationError && <StatusBadge tone="bad">Migrasi gagal</StatusBadge>}
      {isCanary && <StatusBadge>Kenari</StatusBadge>}
    </span>
  );
}
