import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  // The worker shows it at `/` of the portal; `/` in the tables is the village's.
  { address: "/portal", page: "start", layout: "portal", permission: "public", logsAccess: false },
  { address: "/daftar", page: "register", layout: "portal", permission: "public", logsAccess: false },
];
