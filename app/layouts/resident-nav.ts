import { isModuleOn } from "#app/registry.ts";
import type { SiteNavItem } from "#app/ui/site-shell.tsx";

/** Pages of a resident's menu, with the switch that must be on. */
const PAGES: readonly { href: string; label: string; module?: string }[] = [
  { href: "/warga", label: "Beranda" },
  { href: "/warga/pengaduan", label: "Pengaduan", module: "complaints" },
  { href: "/warga/data", label: "Data saya" },
  { href: "/warga/akun", label: "Akun saya" },
];

/** What stands in a resident's menu: what the village has on. */
export function residentNav(switches: ReadonlyMap<string, boolean>, path: string): SiteNavItem[] {
  return PAGES.filter(({ module }) => !module || isModuleOn(module, switches)).map(({ href, label }) => ({
    href,
    label,
    current: isCurrent(href, path),
  }));
}

function isCurrent(href: string, path: string): boolean {
  return href === "/warga" ? path === "/warga" : path === href || path.startsWith(`${href}/`);
}
