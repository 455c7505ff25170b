import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import { BottomBar, type NavGroup, type NavItem, SideNav } from "./nav.tsx";
import type { LinkItem } from "./page-header.tsx";
import { Brand, type BrandProps, Main, SkipLink } from "./shell-parts.tsx";
import { UI_WORDS } from "./words.ts";

export type AppShellUser = { name: string; position: string };

export type AppShellProps = {
  brand: BrandProps;
  user: AppShellUser;
  nav: readonly NavGroup[];
  /** For the phone: the first four are shown beside `Menu`. */
  bar: readonly NavItem[];
  /** Quick change of user on the shared PC; left out where there is none. */
  switchHref?: string;
  signOutAction: string;
  accountLinks?: readonly LinkItem[];
  /** Between the header and the page: a Flash, a notice that the village is not verified. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The office: who works here, where one can go, and the page. */
export function AppShell({ brand, nav, bar, banner, children, ...account }: AppShellProps) {
  return (
    <>
      <SkipLink />
      <header className="print:hidden">
        <div className="mx-auto flex max-w-page items-center justify-between gap-3 px-4 py-2.5">
          <Brand {...brand} />
          <div className="flex flex-none items-center gap-2">
            {account.switchHref && (
              <a href={account.switchHref} className="hidden min-h-11 items-center gap-2 px-2 md:flex">
                <Icon name="switch-user" />
                {UI_WORDS.switchUser}
              </a>
            )}
            <AccountMenu {...account} />
          </div>
        </div>
        <div className="tumpal" />
      </header>
      <div className="mx-auto max-w-page px-4 pt-5 pb-28 md:grid md:grid-cols-[14rem_minmax(0,1fr)] md:gap-8 md:pt-7 md:pb-12 print:block print:p-0">
        <SideNav groups={nav} />
        <Main className="min-w-0">
          <div className="mb-6 flex flex-col gap-4 empty:hidden print:hidden">{banner}</div>
          {children}
        </Main>
      </div>
      <BottomBar items={bar} />
    </>
  );
}

type AccountMenuProps = Pick<AppShellProps, "user" | "switchHref" | "signOutAction" | "accountLinks">;

function AccountMenu({ user, switchHref, signOutAction, accountLinks = [] }: AccountMenuProps) {
  const change = switchHref ? [{ href: switchHref, label: UI_WORDS.switchUser }] : [];
  const links = [...accountLinks, ...change];
  return (
    <details className="relative">
      <summary className="flex min-h-11 min-w-11 list-none items-center justify-center gap-2 rounded-sm border border-line-strong px-2.5">
        <Icon name="user" />
        <span className="max-w-40 truncate max-md:sr-only">{user.name}</span>
        <Icon name="chevron-down" className="size-4" />
      </summary>
      <div className="absolute right-0 z-10 mt-2 w-64 rounded-md border border-line-strong bg-white p-2">
        <p className="border-b border-line px-2 pb-2">
          <span className="block font-semibold">{user.name}</span>
          <span className="text-sm text-ink-soft">{user.position}</span>
        </p>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="flex min-h-11 items-center px-2">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={signOutAction} className="mt-2">
          <button type="submit" className="btn btn-secondary w-full">
            {UI_WORDS.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}
