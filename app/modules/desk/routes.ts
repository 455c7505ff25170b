import type { RouteSpec } from "#app/platform/http/route-spec.ts";

export const routes: readonly RouteSpec[] = [
  {
    address: "/kantor/kabar",
    page: "inbox",
    layout: "office",
    permission: "office.enter",
    logsAccess: false,
    // Messages are opened by a form, and some tell why the village is suspended.
    whileSuspended: true,
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
