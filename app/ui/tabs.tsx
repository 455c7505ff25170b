import { cx } from "./cx.ts";

export type TabItem = { href: string; label: string; current?: boolean; count?: number };

/** Parts of one record as links; each has its own address. They wrap, never scroll sideways. */
export function Tabs({ items, label }: { items: readonly TabItem[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-1 border-b border-line">
        {items.map(({ href, label: text, current, count }) => (
          <li key={href} className="-mb-px">
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className={cx(
                "inline-flex min-h-11 items-center gap-1.5 border-b-4 px-2 pt-1 sm:px-3",
                current ? "border-laut font-semibold text-ink no-underline" : "border-transparent",
              )}
            >
              {text}
              {count !== undefined && <span className="tabular-nums">({count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
