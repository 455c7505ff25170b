import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const office = (address: string, page: string, permission = "village.settings"): RouteSpec => ({
  address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
});

export const routes: readonly RouteSpec[] = [
  office("/kantor/mulai", "checklist"),
  office("/kantor/pengaturan", "settings"),
  office("/kantor/pengaturan/identitas", "identity"),
  office("/kantor/pengaturan/kop", "letterhead"),
  office("/kantor/pengaturan/wilayah", "areas"),
  office("/kantor/pengaturan/wilayah/:id", "area"),
  office("/kantor/pengaturan/wilayah/:id/nonaktif", "retire-area"),
  office("/kantor/pengaturan/nomor", "book-numbers"),
  office("/kantor/pengaturan/kertas", "paper"),
  { ...office("/kantor/pengaturan/kertas/cetak-uji.pdf", "test-print"), layout: "bare" },
  office("/kantor/pengaturan/waktu", "local-terms"),
  office("/kantor/pengaturan/modul", "modules", "modules.switch"),
];
