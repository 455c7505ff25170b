import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/data-pribadi";
const office = (address: string, page: string, permission: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
});

/** The law's 3 x 24 hours (UU 27/2022) run on while a village is suspended. Answering may erase: that waits. */
const urgent = (address: string, page: string, permission: string): RouteSpec => ({
  ...office(address, page, permission),
  whileSuspended: true,
});

/** A file to hand over: no frame around it. */
const file = (address: string, page: string, permission: string, id?: string): RouteSpec => ({
  ...office(address, page, permission),
  layout: "bare",
  id,
});

export const routes: readonly RouteSpec[] = [
  office("", "overview", "privacy.read"),
  office("/akses", "access-log", "privacy.read"),
  office("/batas", "limits", "privacy.decide"),
  office("/masa-simpan", "retention", "privacy.read"),
  office("/masa-simpan/:jenis", "keep", "privacy.decide"),
  office("/perjanjian", "terms", "privacy.terms"),
  office("/permintaan", "requests", "privacy.requests"),
  urgent("/permintaan/baru", "new-request", "privacy.requests"),
  office("/permintaan/:id", "request", "privacy.requests"),
  file("/permintaan/:id/data.pdf", "person-file", "privacy.requests", "person-file-pdf"),
  file("/permintaan/:id/data.json", "person-file", "privacy.requests", "person-file-json"),
  office("/insiden", "breaches", "privacy.breaches"),
  urgent("/insiden/baru", "new-breach", "privacy.breaches"),
  urgent("/insiden/:id", "breach", "privacy.breaches"),
  file("/insiden/:id/surat.pdf", "breach-letter", "privacy.breaches"),
];
