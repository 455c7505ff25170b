import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  {
    address: "/kantor/kabar",
    page: "inbox",
    layout: "office",
    permission: "office.enter",
    logsAccess: false,
  },
  {
    address: "/kantor/gaya",
    page: "style",
    layout: "office",
    permission: "office.enter",
    logsAccess: false,
    developmentOnly: true,
  },
  { address: "/kantor", page: "desk", layout: "office", permission: "office.enter", logsAccess: false },
];
