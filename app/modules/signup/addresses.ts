import type { SiteConfig } from "#app/context.ts";

/** Host of a village as tenants are looked up: without port. */
export function villageHost(config: SiteConfig, slug: string): string {
  return `${slug}.${config.baseHost.replace(/:\d+$/, "")}`;
}

/** Address of a village's site with scheme and port, without a slash at the end. */
export function villageOrigin(config: SiteConfig, slug: string): string {
  return `${config.publicScheme}://${slug}.${config.baseHost}`;
}
