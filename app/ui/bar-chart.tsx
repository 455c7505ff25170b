import { formatNumber } from "./format.ts";
import { UI_WORDS } from "./words.ts";

export type ChartBar = { label: string; value: number; target?: number };

export type BarChartProps = {
  title: string;
  /** Heads of the table behind the chart. */
  labelHead: string;
  valueHead: string;
  bars: readonly ChartBar[];
  /** Text of a value; a plain number unless told. Keep it short. */
  format?: (value: number) => string;
};

const WIDTH = 336;
const HEIGHT = 190;
const TOP = 24;
const FLOOR = 158;

/** Columns with an optional target line each, values of 0 or more; the numbers stand in a table behind it. */
export function BarChart({ title, labelHead, valueHead, bars, format = formatNumber }: BarChartProps) {
  const top = Math.max(1e-9, ...bars.flatMap(({ value, target }) => [value, target ?? 0]));
  const step = WIDTH / Math.max(1, bars.length);
  const height = (value: number) => (Math.max(0, value) / top) * (FLOOR - TOP);
  return (
    <figure className="flex max-w-form flex-col gap-2">
      <figcaption className="font-semibold">{title}</figcaption>
      <svg role="img" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full">
        <title>{title}</title>
        {bars.map((bar, index) => (
          <ColumnBar key={bar.label} bar={bar} x={index * step} step={step} height={height} format={format} />
        ))}
        <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} className="stroke-ink" />
      </svg>
      {bars.some(({ target }) => target !== undefined) && <TargetKey />}
      <ChartTable {...{ title, labelHead, valueHead, bars, format }} />
    </figure>
  );
}

type ColumnBarProps = {
  bar: ChartBar;
  x: number;
  step: number;
  height: (value: number) => number;
  format: (value: number) => string;
};

function ColumnBar({ bar, x, step, height, format }: ColumnBarProps) {
  const width = Math.min(48, step * 0.6);
  const middle = x + step / 2;
  const y = FLOOR - height(bar.value);
  const targetY = bar.target === undefined ? undefined : FLOOR - height(bar.target);
  // The number stays clear of the target's line.
  const textY = targetY !== undefined && Math.abs(targetY - (y - 10)) < 8 ? Math.min(y, targetY) - 6 : y - 6;
  return (
    <g>
      <rect x={middle - width / 2} y={y} width={width} height={FLOOR - y} className="fill-laut" />
      {targetY !== undefined && (
        <line
          x1={middle - width / 2 - 6}
          x2={middle + width / 2 + 6}
          y1={targetY}
          y2={targetY}
          strokeWidth="3"
          className="stroke-sogan-bright"
        />
      )}
      <text x={middle} y={textY} textAnchor="middle" className="fill-ink text-xs font-bold">
        {format(bar.value)}
      </text>
      <text x={middle} y={FLOOR + 20} textAnchor="middle" className="fill-ink-soft text-xs">
        {bar.label}
      </text>
    </g>
  );
}

function TargetKey() {
  return (
    <p className="flex items-center gap-2 text-sm">
      <svg viewBox="0 0 24 6" className="h-1.5 w-6" aria-hidden="true">
        <rect y="1.5" width="24" height="3" className="fill-sogan-bright" />
      </svg>
      {UI_WORDS.target}
    </p>
  );
}

function ChartTable({ title, labelHead, valueHead, bars, format }: Required<BarChartProps>) {
  const hasTarget = bars.some(({ target }) => target !== undefined);
  return (
    <details>
      <summary className="min-h-11 py-2.5 text-sm text-laut underline">{UI_WORDS.asTable}</summary>
      <table className="w-full text-sm">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-ink">
            <th scope="col" className="py-1 text-left">
              {labelHead}
            </th>
            <th scope="col" className="text-right">
              {valueHead}
            </th>
            {hasTarget && (
              <th scope="col" className="text-right">
                {UI_WORDS.target}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, value, target }) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="text-right tabular-nums">{format(value)}</td>
              {hasTarget && (
                <td className="text-right tabular-nums">{target === undefined ? "–" : format(target)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
