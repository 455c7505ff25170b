import { formatDateWithDay } from "#app/ui/format.ts";
import type { ListedPermit } from "../list-permits.server.ts";
import { daysOf } from "../permit-rules.ts";
import { KIND_WORDS, STATE_WORDS } from "../words.ts";

const WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

interface MonthProps {
  /** `2026-11` */
  month: string;
  title: string;
  rows: readonly ListedPermit[];
}

/** A month as a wall calendar: on wide screens and on paper. */
export function MonthGrid({ month, title, rows }: MonthProps) {
  const byDay = daysWith(month, rows);
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const first = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks = Array.from({ length: Math.ceil((first + days) / 7) }, (_, week) =>
    WEEKDAYS.map((name, at) => ({ name, day: week * 7 + at - first + 1 })),
  );
  return (
    <table className="hidden w-full table-fixed border-collapse text-sm md:table print:table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" className="border border-line bg-mist p-1.5 text-left">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ name, day }) => (
              <td key={name} className="h-24 border border-line p-1.5 align-top">
                {day >= 1 && day <= days && (
                  <>
                    <span className="font-semibold">{day}</span>
                    {(byDay.get(dateOf(month, day)) ?? []).map((row) => (
                      <Entry key={row.id} row={row} date={dateOf(month, day)} />
                    ))}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as a list of the days on which something is: on phones. */
export function MonthList({ month, rows }: Omit<MonthProps, "title">) {
  const days = [...daysWith(month, rows)].sort(([a], [b]) => a.localeCompare(b));
  return (
    <ul className="flex flex-col gap-4 md:hidden print:hidden">
      {days.map(([date, entries]) => (
        <li key={date}>
          <p className="font-semibold">{formatDateWithDay(date)}</p>
          {entries.map((row) => (
            <Entry key={row.id} row={row} date={date} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Entry({ row, date }: { row: ListedPermit; date: string }) {
  const from = row.fromAt.startsWith(date) ? row.fromAt.slice(11).replace(":", ".") : "00.00";
  const until = row.untilAt.startsWith(date) ? row.untilAt.slice(11).replace(":", ".") : "24.00";
  return (
    <p className="mt-1 wrap-break-word">
      <a href={`/kantor/izin/${row.id}`} className="inline-flex min-h-11 items-center md:min-h-6">
        {`${from} sampai ${until} ${row.placeName ?? KIND_WORDS[row.kind].name}`}
      </a>
      <span className="block text-ink-soft">{`${row.purpose} (${STATE_WORDS[row.state].label.toLowerCase()})`}</span>
    </p>
  );
}

function daysWith(month: string, rows: readonly ListedPermit[]): Map<string, ListedPermit[]> {
  const byDay = new Map<string, ListedPermit[]>();
  for (const row of rows)
    for (const day of daysOf(row, month)) byDay.set(day, [...(byDay.get(day) ?? []), row]);
  return byDay;
}

function dateOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, "0")}`;
}
