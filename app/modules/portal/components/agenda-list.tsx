import { formatDateWithDay, type ZoneName } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";

interface ShownItem {
  id: string;
  title: string;
  place: string | null;
  startsAt: string;
  endsAt: string | null;
  text?: string | null;
  cancelledAt: string | null;
}

/** `Senin, 30 November 2026, 09.00–11.00 WITA`. */
export function agendaTime({ startsAt, endsAt }: Pick<ShownItem, "startsAt" | "endsAt">, zone: ZoneName) {
  const clock = (at: string) => at.slice(11, 16).replace(":", ".");
  const until = endsAt ? `\u2013${clock(endsAt)}` : "";
  return `${formatDateWithDay(startsAt.slice(0, 10))}, ${clock(startsAt)}${until} ${zone}`;
}

/** What is to come, by day; cancelled items stay in sight. */
export function AgendaList({ items, zone }: { items: readonly ShownItem[]; zone: ZoneName }) {
  return (
    <ul className="flex max-w-text flex-col border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="avoid-break flex flex-col items-start gap-1 border-b border-line py-3">
          <p className="text-sm text-ink-soft">
            <time dateTime={item.startsAt}>{agendaTime(item, zone)}</time>
          </p>
          <p className="font-semibold">{item.title}</p>
          {item.cancelledAt && <StatusBadge tone="bad">Batal</StatusBadge>}
          {item.place && <p>{item.place}</p>}
          {item.text && <p className="whitespace-pre-line">{item.text}</p>}
        </li>
      ))}
    </ul>
  );
}
