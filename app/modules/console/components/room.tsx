import { formatFileSize, formatNumber, formatPercent } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { GIGABYTE, NEARLY_FULL_PERCENT, percentUsed } from "../rules.ts";

/** Bytes, from a gigabyte on in GB. */
export function sizeText(bytes: number): string {
  return bytes < GIGABYTE ? formatFileSize(bytes) : `${formatNumber(bytes / GIGABYTE, 1)} GB`;
}

/** How much of a village's room for files is taken. */
export function Room({ fileBytes, quotaBytes }: { fileBytes: number | null; quotaBytes: number }) {
  const percent = percentUsed(fileBytes, quotaBytes);
  if (fileBytes === null || percent === null)
    return <span className="text-ink-soft">belum diukur dari {sizeText(quotaBytes)}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span className="tabular-nums">
        {sizeText(fileBytes)} dari {sizeText(quotaBytes)} ({formatPercent(percent, 0)})
      </span>
      {percent >= NEARLY_FULL_PERCENT && <StatusBadge tone="warn">Hampir penuh</StatusBadge>}
    </span>
  );
}
