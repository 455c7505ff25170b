import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";
import { Brand, type BrandProps, Main, SkipLink } from "./shell-parts.tsx";
import { UI_WORDS } from "./words.ts";

export type SiteNavItem = { href: string; label: string; current?: boolean };

export type SiteShellProps = {
  brand: BrandProps;
  nav: readonly SiteNavItem[];
  banner?: ReactNode;
  footer?: ReactNode;
  /** Beside the brand: the one thing most people come for, e.g. a link to sign in. */
  action?: ReactNode;
  children: ReactNode;
};

function SiteNav({ items }: { items: readonly SiteNavItem[] }) {
  return (
    <details className="fold border-t border-line print:hidden">
      <summary className="mx-auto flex min-h-11 max-w-page items-center gap-2 px-4 font-semibold">
        <Icon name="menu" />
        {UI_WORDS.menu}
      </summary>
      <nav aria-label={UI_WORDS.mainNav} className="mx-auto max-w-page px-4 max-md:pb-3 md:px-1">
        <ul className="flex flex-col md:flex-row md:flex-wrap">
          {items.map(({ href, label, current }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={current ? "page" : undefined}
                className={cx(
                  "flex min-h-11 items-center px-3 max-md:border-l-4 md:border-b-4",
                  current ? "border-laut font-semibold text-ink no-underline" : "border-transparent",
                )}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function SiteFrame({ brand, nav, banner, footer, action, children }: SiteShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header>
        <div className="mx-auto flex max-w-page items-center justify-between gap-3 px-4 py-3">
          <Brand {...brand} />
          {action && <div className="flex-none print:hidden">{action}</div>}
        </div>
        {nav.length > 0 && <SiteNav items={nav} />}
        <div className="tumpal print:hidden" />
      </header>
      <Main className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-12 md:pt-8">
        {banner && <div className="mb-6">{banner}</div>}
        {children}
      </Main>
      {footer && (
        <footer className="border-t border-line bg-mist text-sm print:hidden">
          <div className="mx-auto flex max-w-page flex-col gap-2 px-4 py-6">{footer}</div>
        </footer>
      )}
    </div>
  );
}

/** A village's public side: its own name above all, Balai only in the last line. */
export function PublicShell({ footer, ...rest }: SiteShellProps) {
  return (
    <SiteFrame
      {...rest}
      footer={
        <>
          {footer}
          <p className="text-ink-soft">{UI_WORDS.poweredBy}</p>
        </>
      }
    />
  );
}

/** The apex host: finding a village, signing one up, and those who work above the villages. */
export function PortalShell(props: Omit<SiteShellProps, "brand"> & { brand?: BrandProps }) {
  return (
    <SiteFrame {...props} brand={props.brand ?? { href: "/", name: "Balai", place: UI_WORDS.portalPlace }} />
  );
}
