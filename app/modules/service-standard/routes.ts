import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/standar-pelayanan";

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
  permission: "standard.write",
  logsAccess: false,
});

export const routes: readonly RouteSpec[] = [
  open("/pelayanan", "public-services"),
  open("/pelayanan/maklumat", "charter"),
  open("/pelayanan/:layanan", "public-service"),
  open("/hak-dan-kewajiban", "rights"),
  office("", "standard"),
  office("/baru", "new-service"),
  office("/:layanan", "service"),
];
