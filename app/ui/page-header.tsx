import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type LinkItem = { href: string; label: string };

export type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** Where a tap goes one step up; on a phone the only trail. */
  back?: LinkItem;
  breadcrumb?: readonly LinkItem[];
  /** A status badge or the like, beside the title. */
  badge?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, lead, back, breadcrumb, badge, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-3">
      {back && (
        <a href={back.href} className="-my-2 inline-flex min-h-11 items-center gap-1 self-start print:hidden">
          <Icon name="arrow-left" />
          {back.label}
        </a>
      )}
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb items={breadcrumb} />}
      <div className="flex flex-col gap-2 md:flex-row md:items-start md:justify-between md:gap-6">
        <div className="flex min-w-0 flex-col items-start gap-2">
          <h1 className="text-xl md:text-2xl">{title}</h1>
          {badge}
        </div>
        {actions && <div className="flex flex-wrap gap-3 md:flex-none print:hidden">{actions}</div>}
      </div>
      {lead && <p className="max-w-text text-lg text-ink-soft">{lead}</p>}
    </header>
  );
}

function Breadcrumb({ items }: { items: readonly LinkItem[] }) {
  return (
    <nav aria-label={UI_WORDS.breadcrumb} className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2">
        {items.map((item) => (
          <li key={item.href} className="flex items-center gap-2 not-first:before:content-['/']">
            <a href={item.href} className="inline-flex min-h-11 items-center">
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
