import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/dukcapil";
const office = (address: string, page: string, permission = "dukcapil.read"): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "dukcapil",
});

/** A page that shows one person's data: each opening is in the access log. */
const ofPerson = (route: RouteSpec, subject = "dukcapil-form"): RouteSpec => ({
  ...route,
  logsAccess: true,
  subject,
});

/** An address that answers a file. */
const paper = (route: RouteSpec): RouteSpec => ({ ...route, layout: "bare" });

export const routes: readonly RouteSpec[] = [
  office("", "forms"),
  office("/baru", "new-form", "dukcapil.write"),
  ofPerson(office("/baru/:id", "new-for", "dukcapil.write"), "resident"),
  office("/berkas", "batches"),
  office("/berkas/:id", "batch"),
  paper(office("/berkas/:id/daftar.pdf", "batch-file")),
  ofPerson(office("/:id", "form")),
  ofPerson(office("/:id/isi", "edit-form", "dukcapil.write")),
  paper(office("/:id/tanda-terima.pdf", "slip", "dukcapil.write")),
  ofPerson(paper(office("/:id/lembar.pdf", "form-file", "dukcapil.write"))),
];
