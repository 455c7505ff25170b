import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/pengaduan";
const MODULE = "complaints";

const open = (address: string, page: string): RouteSpec => ({
  address,
  page,
  layout: "village",
  permission: "public",
  logsAccess: false,
});

const office = (address: string, page: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission: "complaints.read",
  logsAccess: false,
  module: MODULE,
});

export const routes: readonly RouteSpec[] = [
  open("/pengaduan", "send"),
  open("/pengaduan/publik", "public-list"),
  {
    address: "/warga/pengaduan",
    page: "own",
    layout: "resident",
    permission: "resident",
    logsAccess: false,
    module: MODULE,
  },
  office("", "complaints"),
  office("/baru", "enter"),
  { ...office("/:id", "complaint"), logsAccess: true, subject: "complaint" },
  { ...office("/:id/tanda-terima.pdf", "slip"), layout: "bare" },
];
