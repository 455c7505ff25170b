import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

export type TimelineItem = {
  key: string;
  /** What happened, as a sentence with who did it. */
  title: ReactNode;
  /** When, usually a DateTimeText. */
  at: ReactNode;
  /** The reason or the note that was left. */
  note?: ReactNode;
  icon?: IconName;
  tone?: "good" | "warn" | "bad";
};

const MARK = { good: "text-laut", warn: "text-sogan", bad: "text-merah" } as const;

/** The history of a record, newest first as the caller gives it. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map(({ key, title, at, note, icon = "circle", tone }) => (
        <li key={key} className="group relative flex gap-3 pb-5 last:pb-0">
          <span className="absolute top-7 bottom-0 left-3 w-px bg-line group-last:hidden" />
          <span
            className={cx(
              "mt-0.5 flex size-6 flex-none items-center justify-center",
              tone ? MARK[tone] : "text-ink-soft",
            )}
          >
            <Icon name={icon} />
          </span>
          <div className="min-w-0">
            <p>{title}</p>
            <p className="text-sm text-ink-soft">{at}</p>
            {note && <div className="mt-1.5 border-l-4 border-line pl-3">{note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
