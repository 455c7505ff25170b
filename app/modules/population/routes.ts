import type { RouteSpec } from "#app/platform/http/route-spec.ts";
import { eventRoutes } from "./event-routes.ts";

const office = (address: string, page: string, permission = "population.read"): RouteSpec => ({
  address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "population",
});

/** Pages that open one person's record, or the card that he stands in. */
const record = (
  address: string,
  page: string,
  permission = "population.read",
  subject = "resident",
): RouteSpec => ({
  ...office(address, page, permission),
  logsAccess: true,
  subject,
});

export const routes: readonly RouteSpec[] = [
  office("/kantor/penduduk", "residents"),
  office("/kantor/penduduk/baru", "new-resident", "population.write"),
  office("/kantor/penduduk/keluarga", "families"),
  office("/kantor/penduduk/keluarga/baru", "new-family", "population.write"),
  record("/kantor/penduduk/keluarga/:id", "family", "population.read", "family"),
  record("/kantor/penduduk/keluarga/:id/ubah", "change-family", "population.write", "family"),
  record("/kantor/penduduk/:id", "resident"),
  record("/kantor/penduduk/:id/ubah", "change-resident", "population.write"),
  ...eventRoutes,
];
