import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar, TripleProgress } from "#app/ui/progress.tsx";
import { SrOnly } from "#app/ui/text.tsx";
import { achievementWords, shownPercent } from "../achievement-words.ts";
import type { ActivityView, IndicatorView } from "../activity-view.server.ts";
import { isAboveHundredPercent } from "../check-rules.ts";
import { formatPercent, formatPoints, formatQuantity } from "../format-rules.ts";
import { quarterName } from "../running-words.ts";
import { ACCUMULATION_NAMES, DIRECTION_NAMES, INDICATOR_SOURCE_NAMES, PROGRESS_WORDS } from "../words.ts";

/** Work, money and time of the activity, and the call to explain a lag. */
export function ActivityProgress({ view }: { view: ActivityView }) {
  const { row } = view;
  const isAsked = row.needsDeviation && !view.isExplained && view.state === "running";
  return (
    <section className="flex flex-col gap-4" aria-label="Kemajuan">
      <TripleProgress
        physical={row.physical}
        financial={row.financial}
        elapsed={row.elapsed}
        behind={row.isBehind && view.state === "running" ? behindWords(row.pointsBehind) : undefined}
      />
      {isAsked && (
        <Notice
          tone="warning"
          title={PROGRESS_WORDS.deviationNeeded}
          actions={
            view.may.explain && (
              <ButtonLink href={`/kantor/program-kerja/kegiatan/${view.id}/penyimpangan`}>
                Jelaskan keterlambatan
              </ButtonLink>
            )
          }
        />
      )}
    </section>
  );
}

export function behindWords(points: number | null): string {
  return `Tertinggal ${formatPoints(points)} dari waktu`;
}

interface IndicatorProgressProps {
  indicator: IndicatorView;
  /** May the reader set new targets? */
  mayRetarget: boolean;
}

/** One indicator with its bar and the table of its quarters. */
export function IndicatorProgress({ indicator, mayRetarget }: IndicatorProgressProps) {
  const { name, percent, realised, source } = indicator;
  return (
    <div className="avoid-break flex flex-col gap-2 rounded-md border border-line p-4">
      <h3 className="font-semibold">{name}</h3>
      <ProgressBar label={achievementWords(indicator)} percent={shownPercent(indicator)} />
      <p className="text-sm text-ink-soft">
        {DIRECTION_NAMES[indicator.direction]}.{" "}
        {ACCUMULATION_NAMES[indicator.isCumulative ? "cumulative" : "latest"]}.{" "}
        {INDICATOR_SOURCE_NAMES[source]}.{" "}
        {source === "counted" && (
          <a href={`/kantor/program-kerja/indikator/${indicator.id}/rincian`}>Lihat catatan yang dihitung</a>
        )}
      </p>
      <QuarterTable indicator={indicator} />
      {indicator.baseline !== null && realised !== null && (
        <p className="text-sm text-ink-soft">{PROGRESS_WORDS.fromBaseline}</p>
      )}
      {isAboveHundredPercent(indicator.unit, realised) && (
        <p className="text-sm font-semibold">{PROGRESS_WORDS.aboveHundred}</p>
      )}
      {percent === null && <p className="text-sm">{PROGRESS_WORDS.noTarget}</p>}
      {percent !== null && percent > 100 && (
        <p className="text-sm">Capaian sebenarnya {formatPercent(percent)}; batang berhenti di 100%.</p>
      )}
      {mayRetarget && (
        <p className="text-sm">
          <a
            href={`/kantor/program-kerja/indikator/${indicator.id}`}
            className="inline-flex min-h-11 items-center"
          >
            Ubah target
            <SrOnly>{`: ${name}`}</SrOnly>
          </a>
        </p>
      )}
    </div>
  );
}

/** Four quarters fit a phone as a table; cards would make them four times as long. */
function QuarterTable({ indicator }: { indicator: IndicatorView }) {
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{`Capaian ${indicator.name} per triwulan`}</caption>
      <thead>
        <tr className="border-b border-ink text-ink-soft">
          <th scope="col" className="py-1 text-left font-semibold">
            Triwulan
          </th>
          <th scope="col" className="text-right font-semibold">
            Target
          </th>
          <th scope="col" className="text-right font-semibold">
            Capaian
          </th>
        </tr>
      </thead>
      <tbody>
        {indicator.quarters.map(({ quarter, target, value }) => (
          <tr key={quarter} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {quarterName(quarter)}
            </th>
            <td className="text-right">{formatQuantity(target)}</td>
            <td className="text-right font-semibold">{formatQuantity(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
