import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/data-desa";
/** Taking data out, and leaving, are what a suspended village may still do. */
const office = (address: string, page: string, permission: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  whileSuspended: true,
});

export const routes: readonly RouteSpec[] = [
  {
    address: "/bukti-penghapusan/:token",
    page: "proof",
    layout: "portal",
    permission: "public",
    logsAccess: false,
  },
  office("", "overview", "village.export"),
  office("/ekspor", "new-export", "village.export"),
  { ...office("/ekspor/:id", "fetch-export", "village.export"), layout: "bare" },
  office("/keluar", "exit", "village.exit"),
  office("/keluar/batal", "call-off", "village.exit"),
];
