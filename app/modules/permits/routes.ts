import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/izin";
const office = (address: string, page: string, permission = "permits.read"): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "permits",
});

/** A page that shows one person's data: each opening is in the access log. */
const ofPerson = (route: RouteSpec, subject = "permit"): RouteSpec => ({
  ...route,
  logsAccess: true,
  subject,
});

/** An address that answers a file. */
const paper = (route: RouteSpec): RouteSpec => ({ ...route, layout: "bare" });

export const routes: readonly RouteSpec[] = [
  office("", "permits"),
  office("/baru", "new-person", "permits.write"),
  ofPerson(office("/baru/:id", "new-permit", "permits.write"), "resident"),
  { ...office("/luar", "new-permit", "permits.write"), id: "new-permit-outsider" },
  office("/kalender", "calendar"),
  office("/tempat", "places"),
  ofPerson(office("/:id", "permit")),
  ofPerson(paper(office("/:id/izin.pdf", "permit-file", "permits.write"))),
  paper(office("/:id/tanda-terima.pdf", "slip-file", "permits.write")),
];
