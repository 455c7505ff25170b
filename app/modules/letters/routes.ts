import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/surat";
const office = (address: string, page: string, permission: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "letters",
});

/** A page that shows one person's data: each opening is in the access log. */
const ofPerson = (address: string, page: string, permission: string, subject = "letter"): RouteSpec => ({
  ...office(address, page, permission),
  logsAccess: true,
  subject,
});

/** An address that answers a file. */
const paper = (route: RouteSpec, id?: string): RouteSpec => ({ ...route, layout: "bare", id });

export const routes: readonly RouteSpec[] = [
  office("", "letters", "letters.read"),
  office("/baru", "new-letter-person", "letters.serve"),
  ofPerson("/baru/:id", "new-for", "letters.serve", "resident"),
  ofPerson("/baru/:id/:jenis", "new-letter", "letters.serve", "resident"),
  { ...office("/luar", "new-for", "letters.serve"), id: "new-for-outsider" },
  { ...office("/luar/:jenis", "new-letter", "letters.serve"), id: "new-letter-outsider" },
  office("/map", "folder", "letters.read"),
  paper(office("/map/cetak.pdf", "folder-pdf", "letters.read")),
  paper(office("/map/berkas/:id", "folder-file", "letters.read")),
  office("/nomor", "number-blocks", "letters.read"),
  office("/nomor/:id", "number-block", "letters.serve"),
  paper(office("/nomor/:id/lembar.pdf", "number-slip", "letters.serve")),
  office("/pengaturan", "letter-settings", "letters.settings"),
  ofPerson("/:id", "letter", "letters.read"),
  ofPerson("/:id/isi", "edit-letter", "letters.serve"),
  paper(office("/:id/tanda-terima.pdf", "receipt-slip", "letters.serve")),
  paper(ofPerson("/:id/surat.pdf", "letter-file", "letters.read"), "letter-pdf"),
  paper(ofPerson("/:id/surat.docx", "letter-file", "letters.read"), "letter-docx"),
  {
    address: "/v/:token",
    page: "check",
    layout: "village",
    permission: "public",
    logsAccess: false,
    beforeVerification: true,
  },
];
