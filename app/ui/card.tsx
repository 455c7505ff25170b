import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

export type CardProps = {
  title?: ReactNode;
  /** Makes the title a link. */
  href?: string;
  badge?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

export function Card({ title, href, badge, children, actions }: CardProps) {
  return (
    <section className="avoid-break flex flex-col gap-3 rounded-md border border-line p-4 md:p-5">
      {(title || badge) && (
        <div className="flex flex-wrap items-start justify-between gap-2">
          {title && (
            <h2 className="min-w-0 text-lg">{href ? <CardLink href={href}>{title}</CardLink> : title}</h2>
          )}
          {badge}
        </div>
      )}
      {children}
      {actions && <div className="mt-auto flex flex-wrap gap-3 pt-1 print:hidden">{actions}</div>}
    </section>
  );
}

// Padding makes the target tall enough for a thumb without moving the title.
function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="-my-2.5 inline-block min-h-11 py-2.5">
      {children}
    </a>
  );
}

/** Cards or tiles in as many columns as fit. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</div>;
}

export type StatTileProps = {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  href?: string;
  icon?: IconName;
};

/** One figure with its name; the whole tile is the link where there is one. */
export function StatTile({ label, value, hint, href, icon }: StatTileProps) {
  return (
    <div className="avoid-break relative flex flex-col gap-1 rounded-md border border-line border-t-4 border-t-sogan-bright p-4">
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        {icon && <Icon name={icon} />}
        {href ? (
          <a href={href} className="after:absolute after:inset-0">
            {label}
          </a>
        ) : (
          label
        )}
      </p>
      <p className="text-lg font-bold tabular-nums wrap-normal md:text-xl">{value}</p>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
    </div>
  );
}

/** Tiles two by two on a phone; one that holds a long amount of rupiah takes the row for itself. */
export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-3 *:flex-1 *:basis-36 md:gap-4 md:*:basis-44">{children}</div>;
}

/** A part of the page that opens on a tap: reasons, history, a second form. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group border-y border-line py-1">
      <summary className="flex min-h-11 items-center gap-2 font-semibold text-laut underline">
        <Icon name="chevron-down" className="group-open:rotate-180" />
        {summary}
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-4">{children}</div>
    </details>
  );
}
