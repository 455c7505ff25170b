import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/data-pribadi";
const office = (address: string, page: string, permission: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
});

export const routes: readonly RouteSpec[] = [
  office("", "overview", "privacy.read"),
  office("/akses", "access-log", "privacy.read"),
  office("/batas", "limits", "privacy.decide"),
  office("/masa-simpan", "retention", "privacy.read"),
  office("/masa-simpan/:jenis", "keep", "privacy.decide"),
  office("/perjanjian", "terms", "privacy.terms"),
];
