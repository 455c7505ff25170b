import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/register";
const office = (address: string, page: string, permission = "registers.read"): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "registers",
});

/** An address that answers a file. */
const file = (address: string, page: string): RouteSpec => ({ ...office(address, page), layout: "bare" });

export const routes: readonly RouteSpec[] = [
  office("", "registers"),
  office("/berkas", "files"),
  file("/berkas/:id", "made-file"),
  file("/unduh/:berkas", "register-file"),
  {
    ...office("/penduduk/:buku", "book", "population.read"),
    id: "population-book",
    logsAccess: true,
    subject: "register",
  },
  { ...office("/aparat/baru", "new-entry", "registers.write"), id: "new-official" },
  { ...office("/aparat/:id", "entry"), id: "official", logsAccess: true, subject: "official" },
  {
    ...office("/aparat/:id/ubah", "correct-entry", "registers.write"),
    id: "correct-official",
    logsAccess: true,
    subject: "official",
  },
  office("/:buku", "book"),
  office("/:buku/baru", "new-entry", "registers.write"),
  office("/:buku/:id", "entry"),
  office("/:buku/:id/ubah", "correct-entry", "registers.write"),
  {
    ...office("", "statistics", "statistics.read"),
    address: "/kantor/statistik",
  },
  {
    address: "/statistik",
    page: "public-statistics",
    layout: "village",
    permission: "public",
    logsAccess: false,
  },
];
