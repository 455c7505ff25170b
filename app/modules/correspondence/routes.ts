import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/buku";
const office = (address: string, page: string, permission = "mail.read"): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "correspondence",
});

/** An address that answers a file. */
const file = (address: string, page: string): RouteSpec => ({ ...office(address, page), layout: "bare" });

export const routes: readonly RouteSpec[] = [
  office("", "books"),
  office("/masuk", "incoming-list"),
  office("/masuk/baru", "new-incoming", "mail.write"),
  office("/masuk/:id", "incoming"),
  office("/masuk/:id/ubah", "correct-incoming", "mail.write"),
  office("/masuk/:id/batal", "void-incoming", "mail.write"),
  file("/masuk/:id/lembar-disposisi.pdf", "disposition-sheet"),
  office("/keluar", "official-list"),
  office("/keluar/baru", "official-kinds", "mail.write"),
  office("/keluar/baru/:jenis", "new-official", "mail.write"),
  office("/ekspedisi", "expeditions"),
  office("/ekspedisi/baru", "new-expedition", "mail.write"),
  office("/ekspedisi/:id", "expedition"),
  office("/agenda", "agenda"),
  file("/unduh/:berkas", "book-file"),
];
