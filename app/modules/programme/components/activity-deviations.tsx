import type { ReactNode } from "react";
import { formatDate } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { formatPoints } from "../format-rules.ts";
import { quarterName } from "../running-words.ts";

export interface DeviationView {
  id: string;
  asOf: string;
  /** Whose lag it explains; null in old ones. */
  quarter: number | null;
  gapPoints: number;
  cause: string;
  correction: string;
  author: string | null;
  agreedAt: string | null;
}

interface ActivityDeviationsProps {
  deviations: readonly DeviationView[];
  /** What stands under one explanation, e.g. a form that corrects it. */
  renderActions?: (deviation: DeviationView) => ReactNode;
}

/** Why the activity lagged and what was done, latest first. */
export function ActivityDeviations({ deviations, renderActions }: ActivityDeviationsProps) {
  if (deviations.length === 0) return <p className="text-ink-soft">Keterlambatan ini belum dijelaskan.</p>;
  return (
    <ol className="flex flex-col gap-4">
      {deviations.map((deviation) => (
        <li
          key={deviation.id}
          className="avoid-break flex flex-col gap-1 border-l-4 border-sogan-bright pl-3"
        >
          <p className="text-sm text-ink-soft">{metaOf(deviation)}</p>
          <p className="max-w-text whitespace-pre-line">
            <strong>Penyebab:</strong> {deviation.cause}
          </p>
          <p className="max-w-text whitespace-pre-line">
            <strong>Perbaikan:</strong> {deviation.correction}
          </p>
          {deviation.agreedAt === null && (
            <p>
              <StatusBadge tone="waiting">Belum tampil untuk warga</StatusBadge>
            </p>
          )}
          {renderActions?.(deviation)}
        </li>
      ))}
    </ol>
  );
}

function metaOf({ asOf, quarter, gapPoints, author }: DeviationView): string {
  const parts = [
    quarter !== null && quarterName(quarter),
    `tertinggal ${formatPoints(gapPoints)}`,
    [`ditulis ${formatDate(asOf)}`, author && `oleh ${author}`].filter(Boolean).join(" "),
  ];
  return parts.filter(Boolean).join(" · ");
}
