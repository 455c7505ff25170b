import { cx } from "./cx.ts";
import { formatMonths, MONTHS_SHORT, monthName } from "./format.ts";
import { UI_WORDS } from "./words.ts";

export type MonthStripProps = {
  /** Months 1-12 in which the activity runs. */
  months: readonly number[];
  /** This month, marked by a line below it. */
  now?: number;
};

const CELL = 20;

/** Twelve small cells, filled where an activity runs; the months are said in words for whoever cannot see them. */
export function MonthStrip({ months, now }: MonthStripProps) {
  const running = months.length > 0 ? formatMonths(months) : UI_WORDS.noMonth;
  const text = now ? `${running}. Sekarang ${monthName(now)}.` : running;
  return (
    <svg role="img" aria-label={text} viewBox={`0 0 ${12 * CELL} 28`} className="h-7 w-60 max-w-full">
      {MONTHS_SHORT.map((short, index) => {
        const on = months.includes(index + 1);
        const x = index * CELL;
        return (
          <g key={short}>
            <rect
              x={x + 1}
              y="1"
              width={CELL - 2}
              height="20"
              rx="2"
              className={on ? "fill-laut stroke-laut" : "fill-white stroke-line"}
            />
            <text
              x={x + CELL / 2}
              y="15.5"
              textAnchor="middle"
              className={cx("text-xs", on ? "fill-white font-bold" : "fill-ink-soft")}
            >
              {short.charAt(0)}
            </text>
            {now === index + 1 && (
              <rect x={x + 1} y="24" width={CELL - 2} height="3" className="fill-sogan" />
            )}
          </g>
        );
      })}
    </svg>
  );
}
