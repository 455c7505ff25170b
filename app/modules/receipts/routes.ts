import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  { address: "/lacak", page: "track", layout: "village", permission: "public", logsAccess: false },
];
