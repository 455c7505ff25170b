import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  { address: "/", page: "front", layout: "village", permission: "public", logsAccess: false },
];
