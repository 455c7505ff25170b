import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { MONTHS, MONTHS_SHORT } from "./format.ts";
import { Icon, type IconName } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type CalendarMark = "planned" | "running" | "done" | "late" | "due";

const MARKS: Record<CalendarMark, { icon: IconName; look: string }> = {
  planned: { icon: "circle", look: "bg-laut-soft text-laut" },
  running: { icon: "play", look: "bg-laut text-white print:bg-white print:text-ink" },
  done: { icon: "check", look: "bg-laut-soft text-laut" },
  late: { icon: "warning", look: "bg-sogan-soft text-sogan" },
  due: { icon: "clock", look: "bg-white text-sogan" },
};

export type CalendarCell = {
  mark: CalendarMark;
  /** Instead of the legend's words, for a screen reader. */
  text?: string;
};
export type CalendarRow = {
  key: string;
  label: ReactNode;
  href?: string;
  /** By month, 1-12. */
  cells: Partial<Record<number, CalendarCell>>;
};

export type YearCalendarProps = {
  caption: ReactNode;
  rows: readonly CalendarRow[];
  /** Words for the marks, where the usual ones do not fit. */
  words?: Partial<Record<CalendarMark, string>>;
  /** Where one legend stands above several calendars. */
  hidesLegend?: boolean;
};

/** A year of activities: months across, rows down. On a phone each row carries its twelve months below its name. */
export function YearCalendar({ caption, rows, words, hidesLegend = false }: YearCalendarProps) {
  const legend = { ...UI_WORDS.marks, ...words };
  return (
    <div className="flex flex-col gap-3">
      <table className="year-calendar">
        <caption className="pb-2 text-left text-lg font-semibold">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{UI_WORDS.activity}</th>
            {MONTHS_SHORT.map((short, index) => (
              <th key={short} scope="col">
                <abbr title={MONTHS[index]} className="no-underline">
                  {short}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {MONTHS_SHORT.map((short, index) => (
                <td key={short} data-letter={short.charAt(0)}>
                  <Cell cell={row.cells[index + 1]} legend={legend} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!hidesLegend && <Legend legend={legend} marks={marksOf(rows)} />}
    </div>
  );
}

/** What the marks of all these rows mean, once for several calendars. */
export function CalendarLegend({ rows, words }: Pick<YearCalendarProps, "rows" | "words">) {
  return <Legend legend={{ ...UI_WORDS.marks, ...words }} marks={marksOf(rows)} />;
}

type MarkWords = Record<CalendarMark, string>;

function marksOf(rows: readonly CalendarRow[]): CalendarMark[] {
  const used = new Set(rows.flatMap((row) => Object.values(row.cells).map((cell) => cell?.mark)));
  return (Object.keys(MARKS) as CalendarMark[]).filter((mark) => used.has(mark));
}

function Cell({ cell, legend }: { cell?: CalendarCell; legend: MarkWords }) {
  if (!cell) return <span className="block h-7" />;
  const { icon, look } = MARKS[cell.mark];
  return (
    <span className={cx("flex h-7 items-center justify-center", look)}>
      <Icon name={icon} className="size-4" />
      <span className="sr-only">{cell.text ?? legend[cell.mark]}</span>
    </span>
  );
}

function Legend({ legend, marks }: { legend: MarkWords; marks: readonly CalendarMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul aria-label={UI_WORDS.legend} className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {marks.map((mark) => (
        <li key={mark} className="flex items-center gap-2">
          <span
            className={cx("flex size-7 items-center justify-center border border-line", MARKS[mark].look)}
          >
            <Icon name={MARKS[mark].icon} className="size-4" />
          </span>
          {legend[mark]}
        </li>
      ))}
    </ul>
  );
}
