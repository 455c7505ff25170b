import { isModuleOn } from "#app/registry.ts";
import type { SiteNavItem } from "#app/ui/site-shell.tsx";

/** Pages of a resident's menu, with the switch that must be on. */
const PAGES = [{ href: "/warga", label: "Beranda" }] as const satisfies readonly {
  href: string;
  label: string;
  module?: string;
}[];

/** What stands in a resident's menu: what the village has on. */
export function residentNav(switches: ReadonlyMap<string, boolean>, path: string): SiteNavItem[] {
  return (PAGES as readonly { href: string; label: string; module?: string }[])
    .filter(({ module }) => !module || isModuleOn(module, switches))
    .map(({ href, label }) => ({ href, label, current: isCurrent(href, path) }));
}

function isCurrent(href: string, path: string): boolean {
  return href === "/warga" ? path === "/warga" : path === href || path.startsWith(`${href}/`);
}
