import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";

export type TaskItem = { key: string; href: string; title: ReactNode; meta?: ReactNode; badge?: ReactNode };

/** Things that wait for someone, or the steps of a checklist: one tap each, the whole row is the target. */
export function TaskList({ items, label }: { items: readonly TaskItem[]; label?: string }) {
  return (
    <ul aria-label={label} className="flex flex-col border-t border-line">
      {items.map(({ key, href, title, meta, badge }) => (
        <li
          key={key}
          className="relative flex min-h-14 items-center gap-3 border-b border-line py-3 hover:bg-mist"
        >
          <div className="flex min-w-0 flex-1 flex-col items-start gap-1 sm:flex-row sm:items-center sm:justify-between sm:gap-4">
            <div className="min-w-0">
              <a href={href} className="font-semibold after:absolute after:inset-0">
                {title}
              </a>
              {meta && <p className="text-sm text-ink-soft">{meta}</p>}
            </div>
            {badge && <div className="flex-none">{badge}</div>}
          </div>
          <Icon name="arrow-right" className="text-laut" />
        </li>
      ))}
    </ul>
  );
}
