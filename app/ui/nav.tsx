import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type NavItem = { href: string; label: string; icon: IconName; current?: boolean; count?: number };
export type NavGroup = { title?: string; items: readonly NavItem[] };

export const MENU_ID = "menu";
export const MAIN_ID = "isi";

function Count({ value }: { value?: number }) {
  if (!value) return null;
  return (
    <span className="rounded-full bg-sogan px-1.5 text-xs leading-5 font-bold text-white tabular-nums">
      {value > 99 ? "99+" : value}
    </span>
  );
}

/** At the left of a wide screen. On a phone hidden until the address ends in `#menu`, then it fills the screen. */
export function SideNav({ groups }: { groups: readonly NavGroup[] }) {
  return (
    <nav
      id={MENU_ID}
      aria-label={UI_WORDS.mainNav}
      className="max-md:hidden max-md:target:fixed max-md:target:inset-0 max-md:target:z-20 max-md:target:block max-md:target:overflow-y-auto max-md:target:bg-white max-md:target:p-4 print:hidden"
    >
      <a href={`#${MAIN_ID}`} className="btn btn-secondary mb-4 w-full md:hidden">
        <Icon name="cross" />
        {UI_WORDS.closeMenu}
      </a>
      {groups.map((group, index) => (
        <div key={group.title ?? index} className="mb-5">
          {group.title && <p className="px-3 pb-1 text-sm font-semibold text-ink-soft">{group.title}</p>}
          <ul>
            {group.items.map((item) => (
              <SideNavItem key={item.href} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function SideNavItem({ item }: { item: NavItem }) {
  return (
    <li>
      <a
        href={item.href}
        aria-current={item.current ? "page" : undefined}
        className={cx(
          "flex min-h-11 items-center gap-3 rounded-sm border-l-4 px-2 no-underline hover:bg-mist hover:underline",
          item.current
            ? "border-laut bg-laut-soft font-semibold text-laut-dark"
            : "border-transparent text-ink",
        )}
      >
        <Icon name={item.icon} />
        <span className="min-w-0 flex-1">{item.label}</span>
        <Count value={item.count} />
      </a>
    </li>
  );
}

/** At the foot of a phone: the first four of `items`, and a fifth that opens the whole menu. */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  const shown: NavItem[] = [
    ...items.slice(0, 4),
    { href: `#${MENU_ID}`, label: UI_WORDS.menu, icon: "menu" },
  ];
  return (
    <nav
      aria-label={UI_WORDS.quickNav}
      className="fixed inset-x-0 bottom-0 z-10 border-t border-line-strong bg-white pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {shown.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={cx(
                "relative flex min-h-14 flex-col items-center gap-0.5 border-t-4 px-0.5 pt-1 pb-1.5 text-center text-xs no-underline",
                item.current ? "border-laut font-semibold text-laut" : "border-transparent text-ink",
              )}
            >
              <Icon name={item.icon} className="size-6" />
              {item.label}
              {item.count ? (
                <span className="absolute top-0 left-1/2 ml-2">
                  <Count value={item.count} />
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
