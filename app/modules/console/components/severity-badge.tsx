import { StatusBadge } from "#app/ui/status-badge.tsx";

/** How grave an alert is, or that it is over. */
export function SeverityBadge({
  alert,
}: {
  alert: { severity: "peringatan" | "gawat"; settledAt: string | null };
}) {
  if (alert.settledAt !== null) return <StatusBadge tone="good">Selesai</StatusBadge>;
  if (alert.severity === "gawat") return <StatusBadge tone="bad">Gawat</StatusBadge>;
  return <StatusBadge tone="warn">Peringatan</StatusBadge>;
}
