import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const office = (address: string, page: string): RouteSpec => ({
  address: `/kantor/surat${address}`,
  page,
  layout: "office",
  permission: "letters.settings",
  logsAccess: false,
  module: "letters",
});

/** Settings of kinds of letters and their classification. */
export const kindRoutes: readonly RouteSpec[] = [
  office("/jenis", "kinds"),
  office("/jenis/baru", "new-kind"),
  office("/jenis/:kunci", "kind"),
  { ...office("/jenis/:kunci/contoh.pdf", "kind-sample"), layout: "bare" },
  office("/klasifikasi", "classes"),
];
