import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { formatPercent } from "./format.ts";
import { Icon } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type ProgressTone = "laut" | "sogan" | "ink";

const FILL: Record<ProgressTone, string> = {
  laut: "fill-laut",
  sogan: "fill-sogan-bright",
  ink: "fill-line-strong",
};

export type ProgressBarProps = {
  label: ReactNode;
  /** Percent points. The number shows the truth; the bar ends at 0 and 100. Null: no figure yet. */
  percent: number | null;
  tone?: ProgressTone;
  decimals?: number;
};

export function ProgressBar({ label, percent, tone = "laut", decimals = 1 }: ProgressBarProps) {
  const text = percent === null ? UI_WORDS.noFigure : formatPercent(percent, decimals);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className={percent === null ? "text-ink-soft" : "font-bold tabular-nums"}>{text}</span>
      </div>
      <Bar percent={percent ?? 0} tone={tone} text={text} />
    </div>
  );
}

function Bar({ percent, tone, text }: { percent: number; tone: ProgressTone; text: string }) {
  const filled = Math.min(100, Math.max(0, percent));
  return (
    <svg
      role="img"
      aria-label={text}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2.5 w-full rounded-full"
    >
      <rect width="100" height="8" className="fill-line" />
      {filled > 0 && <rect width={filled} height="8" className={FILL[tone]} />}
    </svg>
  );
}

export type TripleProgressProps = {
  physical: number | null;
  financial: number | null;
  elapsed: number | null;
  /** Said below the bars where the work is behind, e.g. `Tertinggal 12 poin dari waktu`. */
  behind?: ReactNode;
};

/** Work, money and time beside each other: whoever looks sees at once which of them lags. */
export function TripleProgress({ physical, financial, elapsed, behind }: TripleProgressProps) {
  return (
    <div className="avoid-break flex flex-col gap-3">
      <div className="grid gap-x-6 gap-y-2.5 sm:grid-cols-3 sm:items-end">
        <ProgressBar label={UI_WORDS.physical} percent={physical} />
        <ProgressBar label={UI_WORDS.financial} percent={financial} tone="sogan" />
        <ProgressBar label={UI_WORDS.elapsed} percent={elapsed} tone="ink" />
      </div>
      {behind && (
        <p className={cx("flex items-start gap-1.5 text-sm font-semibold text-sogan")}>
          <Icon name="warning" />
          {behind}
        </p>
      )}
    </div>
  );
}
