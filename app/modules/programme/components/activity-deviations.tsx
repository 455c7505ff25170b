import { formatDate } from "#app/ui/format.ts";
import { formatPoints } from "../format-rules.ts";

export interface DeviationView {
  id: string;
  asOf: string;
  gapPoints: number;
  cause: string;
  correction: string;
  author: string | null;
}

/** Why the activity lagged and what was done, latest first. */
export function ActivityDeviations({ deviations }: { deviations: readonly DeviationView[] }) {
  if (deviations.length === 0) return <p className="text-ink-soft">Keterlambatan ini belum dijelaskan.</p>;
  return (
    <ol className="flex flex-col gap-4">
      {deviations.map(({ id, asOf, gapPoints, cause, correction, author }) => (
        <li key={id} className="avoid-break flex flex-col gap-1 border-l-4 border-sogan-bright pl-3">
          <p className="text-sm text-ink-soft">
            {formatDate(asOf)} · tertinggal {formatPoints(gapPoints)}
            {author && ` · ${author}`}
          </p>
          <p className="max-w-text whitespace-pre-line">
            <strong>Penyebab:</strong> {cause}
          </p>
          <p className="max-w-text whitespace-pre-line">
            <strong>Perbaikan:</strong> {correction}
          </p>
        </li>
      ))}
    </ol>
  );
}
