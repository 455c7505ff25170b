/** One address of Balai, as a module's routes.ts lists it: plain data that build, guard and tests read. */
export interface RouteSpec {
  /** Address with parameters, in Indonesian: `/kantor/program-kerja/:tahun`. */
  address: string;
  /** File in the module's pages/, without extension. */
  page: string;
  layout: "portal" | "oversight" | "village" | "office" | "resident" | "bare";
  /**
   * Who may come: everybody, a resident at his own pages, somebody signed in (even behind the idle lock), somebody who still owes his second factor
   * (and nobody else), or holders of a permission. What is not listed anywhere is denied.
   */
  permission: "public" | "resident" | "signed-in" | "second-factor" | (string & {});
  /** Each opening is written to the access log (residents' data); it costs one round trip. */
  logsAccess: boolean;
  /** Kind of record whose id stands in `:id`, as the access log names it; the module's name unless told. */
  subject?: string;
  /** Switch that must be on; where it is off the page tells what the module is for. */
  module?: string;
  /** Tells addresses apart that one page file serves. */
  id?: string;
  /** Exists in local and test environments only. */
  developmentOnly?: boolean;
  /** Shown by an unverified village too (sign-in, invitations). */
  beforeVerification?: boolean;
  /** Its form works in a suspended village too: signing in, keeping the own account, taking data out, an objection. */
  whileSuspended?: boolean;
}

/** A route with the module that owns it. */
export interface OwnedRoute extends RouteSpec {
  owner: string;
}

/** Does an address belong to the portal's host, or to every village's? */
export function siteOf(route: RouteSpec): "portal" | "village" {
  return route.layout === "portal" || route.layout === "oversight" ? "portal" : "village";
}

/** May the form of an address be sent in a suspended village? What ends or opens a session always may. */
export function worksWhileSuspended(route: RouteSpec): boolean {
  return (
    route.whileSuspended === true || route.permission === "signed-in" || route.permission === "second-factor"
  );
}

/** Route id: unique, and found again from the matched pattern. */
export function routeId(route: OwnedRoute): string {
  return `${route.owner}/${route.id ?? route.page}`;
}
