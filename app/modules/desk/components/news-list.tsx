import { Button } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import type { ZoneName } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { DESK_WORDS } from "../words.ts";

export interface NewsItem {
  id: string;
  title: string;
  body: string | null;
  createdAt: string;
  readAt: string | null;
}

interface NewsListProps {
  items: readonly NewsItem[];
  zone: ZoneName;
  /** Says which ones are new; needless where all are. */
  marksUnread?: boolean;
}

/** Messages; opening one marks it as read and leads to what it tells of. */
export function NewsList({ items, zone, marksUnread }: NewsListProps) {
  return (
    <ul className="flex flex-col border-t border-line">
      {items.map(({ id, title, body, createdAt, readAt }) => (
        <li key={id} className="border-b border-line">
          <form method="post" action="/kantor/kabar">
            <SubmitKey />
            <Hidden name="kabar" value={id} />
            <button
              type="submit"
              className="flex min-h-14 w-full flex-col gap-1 py-3 text-left hover:bg-mist"
            >
              <span className="flex flex-wrap items-center gap-2">
                <span className={cx("underline", !readAt && "font-semibold")}>{title}</span>
                {marksUnread && !readAt && <StatusBadge tone="waiting">{DESK_WORDS.unread}</StatusBadge>}
              </span>
              {body && <span className="line-clamp-2">{body}</span>}
              <span className="text-sm text-ink-soft">
                <DateTimeText at={Date.parse(createdAt)} zone={zone} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

export function MarkAllRead() {
  return (
    <form method="post" action="/kantor/kabar">
      <SubmitKey />
      <Button variant="secondary" icon="check">
        {DESK_WORDS.markAll}
      </Button>
    </form>
  );
}
