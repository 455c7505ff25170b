import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  {
    address: "/masuk",
    page: "sign-in",
    layout: "village",
    permission: "public",
    logsAccess: false,
    beforeVerification: true,
  },
  {
    address: "/keluar",
    page: "sign-out",
    layout: "bare",
    permission: "signed-in",
    logsAccess: false,
  },
];
