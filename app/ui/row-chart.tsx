import { formatNumber } from "./format.ts";
import { UI_WORDS } from "./words.ts";

export type ChartRow = {
  label: string;
  /** One value of 0 or more for each series; null: kept back. */
  values: readonly (number | null)[];
};

export type RowChartProps = {
  title: string;
  /** Head of the labels in the table behind the chart. */
  labelHead: string;
  /** What the parts of a bar are; one or two. */
  series: readonly string[];
  rows: readonly ChartRow[];
  /** What stands for a value that is kept back. */
  hiddenText?: string;
  /** Head of the sums in the table, where a bar has two parts. */
  sumHead?: string;
};

const WIDTH = 336;
const ROW = 36;
const BAR = 12;
const FILLS = ["fill-laut", "fill-sogan-bright"];

/** Bars one under the other, so that labels may be long and many; the numbers stand in a table behind it. */
export function RowChart(props: RowChartProps) {
  const { title, series, rows, hiddenText = UI_WORDS.noFigure } = props;
  const top = Math.max(1, ...rows.map(({ values }) => sumOf(values)));
  return (
    <figure className="avoid-break flex max-w-[26rem] flex-col gap-2">
      <figcaption className="font-semibold">{title}</figcaption>
      {series.length > 1 && <SeriesKey series={series} />}
      <svg role="img" viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} className="w-full">
        <title>{title}</title>
        {rows.map((row, at) => (
          <Bar key={row.label} {...{ row, series, top, hiddenText }} y={at * ROW} />
        ))}
      </svg>
      <ChartTable {...props} hiddenText={hiddenText} />
    </figure>
  );
}

function sumOf(values: ChartRow["values"]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

type BarProps = { row: ChartRow; series: readonly string[]; y: number; top: number; hiddenText: string };

function Bar({ row: { label, values }, series, y, top, hiddenText }: BarProps) {
  const widths = values.map((value) => (Math.max(0, value ?? 0) / top) * WIDTH);
  const isHidden = values.every((value) => value === null);
  return (
    <g>
      <text x="0" y={y + 14} className="fill-ink text-xs">
        {label}
      </text>
      <text x={WIDTH} y={y + 14} textAnchor="end" className="fill-ink text-xs font-bold">
        {isHidden ? hiddenText : formatNumber(sumOf(values))}
      </text>
      <rect x="0" y={y + 18} width={WIDTH} height={BAR} className="fill-mist" />
      {widths.map((width, at) => (
        <rect
          key={series[at]}
          x={widths.slice(0, at).reduce((sum, before) => sum + before, 0)}
          y={y + 18}
          width={width}
          height={BAR}
          className={FILLS[at]}
        />
      ))}
    </g>
  );
}

function SeriesKey({ series }: { series: readonly string[] }) {
  return (
    <p className="flex flex-wrap gap-4 text-sm">
      {series.map((name, at) => (
        <span key={name} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 16 12" className="h-3 w-4" aria-hidden="true">
            <rect width="16" height="12" className={FILLS[at]} />
          </svg>
          {name}
        </span>
      ))}
    </p>
  );
}

function ChartTable({ title, labelHead, series, rows, sumHead, hiddenText }: RowChartProps) {
  const hasSum = series.length > 1 && sumHead !== undefined;
  const heads = hasSum ? [...series, sumHead] : series;
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
            {heads.map((head) => (
              <th key={head} scope="col" className="pl-3 text-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              {(hasSum ? [...values, sumOf(values)] : values).map((value, at) => (
                <td key={heads[at]} className="pl-3 text-right tabular-nums">
                  {value === null ? hiddenText : formatNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
