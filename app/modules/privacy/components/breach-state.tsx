import { StatusBadge } from "#app/ui/status-badge.tsx";
import { isNoticeOpen } from "../breach-rules.ts";
import type { BreachRow } from "../breaches.server.ts";
import { DeadlineBadge } from "./deadline-badge.tsx";

/** Where a breach stands; while somebody is still to be told, how long is left. */
export function BreachState({ breach, now }: { breach: BreachRow; now: string }) {
  if (isNoticeOpen(breach)) return <DeadlineBadge dueAt={breach.noticeDueAt} now={now} />;
  return breach.closedAt === null ? (
    <StatusBadge tone="waiting">Sudah diberitahukan, belum ditutup</StatusBadge>
  ) : (
    <StatusBadge tone="good">Ditutup</StatusBadge>
  );
}
