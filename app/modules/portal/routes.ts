import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/halaman-desa";

const open = (address: string, page: string): RouteSpec => ({
  address,
  page,
  layout: "village",
  permission: "public",
  logsAccess: false,
});

const office = (address: string, page: string, permission = "portal.read"): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "portal",
});

export const routes: readonly RouteSpec[] = [
  open("/", "front"),
  open("/berita", "news"),
  open("/berita/:slug", "public-post"),
  open("/agenda", "public-agenda"),
  open("/anggaran", "public-budgets"),
  open("/anggaran/:tahun", "public-budget"),
  open("/kontak", "public-contacts"),
  office("", "posts"),
  office("/tulisan/baru", "new-post", "portal.write"),
  office("/tulisan/:id", "post"),
  office("/agenda", "agenda"),
  office("/agenda/baru", "new-agenda", "portal.write"),
  office("/agenda/:id", "agenda-item", "portal.write"),
  office("/kontak", "contacts"),
  office("/kontak/baru", "new-contact", "portal.write"),
  office("/kontak/:id", "contact", "portal.write"),
  office("/anggaran", "budgets"),
  office("/anggaran/:tahun", "budget"),
  office("/anggaran/baris/:id", "budget-line", "portal.budget"),
  { ...office("", "domains", "portal.domain"), address: "/kantor/alamat-sendiri" },
];
