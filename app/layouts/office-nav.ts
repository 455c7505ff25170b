import { MODULES } from "#app/registry.ts";
import type { NavGroup, NavItem } from "#app/ui/nav.tsx";

/** Besides `Menu`. */
const BAR_ITEMS = 4;

interface FrameFacts {
  permissions: string[];
  modulesOn: string[];
  unreadCount: number;
  path: string;
}

interface Entry extends NavItem {
  permission: string;
}

const OFFICE: readonly Entry[] = [
  { href: "/kantor/perangkat", label: "Perangkat", icon: "people", permission: "people.read" },
  { href: "/kantor/pengaturan", label: "Pengaturan", icon: "gear", permission: "village.settings" },
  { href: "/kantor/data-pribadi", label: "Data pribadi", icon: "lock", permission: "privacy.read" },
  { href: "/kantor/jejak", label: "Jejak perubahan", icon: "clock", permission: "audit.read" },
];

/** Figures without names, for whom the registers that lead to them are closed: Kadus, RW and RT. */
const STATISTICS: Entry = {
  href: "/kantor/statistik",
  label: "Statistik",
  icon: "chart",
  permission: "statistics.read",
};

/** The menu of the office for one person: only what he may open and the village has switched on. */
export function officeNav({ permissions, modulesOn, unreadCount, path }: FrameFacts): NavGroup[] {
  const desk: Entry[] = [
    { href: "/kantor", label: "Meja kerja", icon: "desk", permission: "office.enter" },
    { href: "/kantor/kabar", label: "Kabar", icon: "bell", permission: "office.enter", count: unreadCount },
  ];
  const modules: Entry[] = MODULES.filter((each) => modulesOn.includes(each.key)).map((each) => ({
    href: each.href,
    label: each.name,
    icon: each.icon,
    permission: each.permission,
  }));
  if (modulesOn.includes("registers") && !permissions.includes("registers.read")) modules.push(STATISTICS);
  const visible = (entries: readonly Entry[]) =>
    entries
      .filter((entry) => permissions.includes(entry.permission))
      .map(({ permission: _, ...item }) => ({ ...item, current: isCurrent(item.href, path) }));
  return [{ items: [...visible(desk), ...visible(modules)] }, { title: "Kantor", items: visible(OFFICE) }];
}

/** The bottom bar of a phone: the desk, news, and first the modules that he works in; the rest is behind `Menu`. */
export function officeBar(nav: readonly NavGroup[], permissions: readonly string[]): NavItem[] {
  const isWork = ({ href }: NavItem) =>
    !MODULES.some((each) => each.href === href && !each.workedBy.some((one) => permissions.includes(one)));
  const items = nav.flatMap((group) => group.items);
  const chosen = [...items.filter(isWork).slice(0, BAR_ITEMS), ...items.filter((item) => !isWork(item))];
  const first = new Set(chosen.slice(0, BAR_ITEMS));
  return items.filter((item) => first.has(item));
}

function isCurrent(href: string, path: string): boolean {
  return href === "/kantor" ? path === "/kantor" : path === href || path.startsWith(`${href}/`);
}
