import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  { address: "/portal", page: "start", layout: "portal", permission: "public", logsAccess: false },
];
