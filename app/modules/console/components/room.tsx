import { formatFileSize, formatPercent } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { NEARLY_FULL_PERCENT, percentUsed } from "../rules.ts";

/** How much of a village's room for files is taken. */
export function Room({ fileBytes, quotaBytes }: { fileBytes: number | null; quotaBytes: number }) {
  const percent = percentUsed(fileBytes, quotaBytes);
  if (fileBytes === null || percent === null)
    return <span className="text-ink-soft">belum diukur dari {formatFileSize(quotaBytes)}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span className="tabular-nums">
        {formatFileSize(fileBytes)} dari {formatFileSize(quotaBytes)} ({formatPercent(percent, 0)})
      </span>
      {percent >= NEARLY_FULL_PERCENT && <StatusBadge tone="warn">Hampir penuh</StatusBadge>}
    </span>
  );
}
