import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/informasi";

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
  permission: "information.handle",
  logsAccess: false,
  module: "information",
});

export const routes: readonly RouteSpec[] = [
  open("/informasi-publik", "public-information"),
  open("/informasi-publik/permohonan", "public-request"),
  office("", "requests"),
  office("/permohonan/baru", "new-request"),
  { ...office("/permohonan/:id", "request"), logsAccess: true },
  { ...office("/permohonan/:id/tanda-terima.pdf", "request-slip"), layout: "bare" },
  office("/dokumen", "documents"),
  office("/dokumen/baru", "new-document"),
  office("/dokumen/:id", "document"),
  office("/laporan/:masa", "half-year"),
  office("/libur", "holidays"),
  { ...office("/unduh/:berkas", "register-file"), layout: "bare" },
];
