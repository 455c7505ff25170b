import type { Overseer } from "#app/platform/overseer.ts";
import type { NavGroup, NavItem } from "#app/ui/nav.tsx";

interface Entry extends NavItem {
  permission: string;
}

/** The menus above the villages, in the order in which they stand; only what somebody may open is shown. */
const ENTRIES: readonly Entry[] = [
  { href: "/operator", label: "Ringkasan", icon: "desk", permission: "operator.enter" },
  { href: "/kabupaten", label: "Ringkasan", icon: "desk", permission: "kabupaten.enter" },
  { href: "/operator/desa", label: "Desa", icon: "home", permission: "operator.villages" },
  { href: "/operator/peringatan", label: "Peringatan", icon: "bell", permission: "operator.system" },
  { href: "/operator/verifikasi", label: "Verifikasi", icon: "check-circle", permission: "operator.claims" },
  {
    href: "/kabupaten/verifikasi",
    label: "Verifikasi",
    icon: "check-circle",
    permission: "kabupaten.claims",
  },
  {
    href: "/kabupaten/daftar-perangkat",
    label: "Daftar perangkat",
    icon: "list",
    permission: "kabupaten.officials",
  },
  { href: "/operator/orang", label: "Orang", icon: "people", permission: "operator.people" },
  { href: "/kabupaten/orang", label: "Orang", icon: "people", permission: "kabupaten.people" },
  { href: "/operator/pekerjaan", label: "Pekerjaan", icon: "gear", permission: "operator.system" },
  { href: "/operator/rumah-data", label: "Rumah data", icon: "balai", permission: "operator.system" },
  { href: "/operator/skema", label: "Versi skema", icon: "list", permission: "operator.system" },
  { href: "/operator/penyimpanan", label: "Penyimpanan", icon: "file", permission: "operator.system" },
  { href: "/operator/riwayat", label: "Riwayat", icon: "clock", permission: "operator.system" },
];

/** The menu for one person above the villages. */
export function oversightNav(overseer: Pick<Overseer, "permissions">, path: string): NavGroup[] {
  const items = ENTRIES.filter((entry) => overseer.permissions.has(entry.permission)).map(
    ({ permission: _, ...item }) => ({ ...item, current: isCurrent(item.href, path) }),
  );
  return [{ items }];
}

function isCurrent(href: string, path: string): boolean {
  const isHome = href === "/operator" || href === "/kabupaten";
  return path === href || (!isHome && path.startsWith(`${href}/`));
}
