import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const office = (address: string, page: string, permission: string): RouteSpec => ({
  address,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "programme",
});

/** An address that answers a file. */
const paper = (address: string, page: string, permission: string): RouteSpec => ({
  ...office(address, page, permission),
  layout: "bare",
});

/** Open to everybody once the village is verified. */
const published = (address: string, page: string): RouteSpec => ({
  address,
  page,
  layout: "village",
  permission: "public",
  logsAccess: false,
});

export const routes: readonly RouteSpec[] = [
  office("/kantor/program-kerja", "programmes", "programme.read"),
  office("/kantor/program-kerja/:tahun", "programme", "programme.read"),
  office("/kantor/program-kerja/:tahun/kalender", "calendar", "programme.read"),
  office("/kantor/program-kerja/:tahun/pengajuan", "submission", "programme.plan"),
  office("/kantor/program-kerja/:tahun/pemeriksaan", "review", "programme.approve"),
  office("/kantor/program-kerja/:tahun/penutupan", "closure", "programme.approve"),
  office("/kantor/program-kerja/:tahun/program", "sections", "programme.plan"),
  office("/kantor/program-kerja/pengaturan", "programme-settings", "programme.plan"),
  office("/kantor/program-kerja/:tahun/kegiatan/baru", "new-activity", "programme.plan"),
  office("/kantor/program-kerja/kegiatan/:id/rencana", "activity-plan", "programme.plan"),
  office("/kantor/program-kerja/kegiatan/:id/coret", "drop-activity", "programme.plan"),
  office("/kantor/program-kerja/kegiatan/:id/indikator/baru", "new-indicator", "programme.plan"),
  office("/kantor/program-kerja/indikator/:id", "indicator", "programme.plan"),
  office("/kantor/program-kerja/:tahun/laporan", "report", "programme.report"),
  office("/kantor/program-kerja/:tahun/laporan/kolom", "report-columns", "programme.plan"),
  paper("/kantor/program-kerja/:tahun/laporan/:berkas", "report-file", "programme.report"),
  office("/kantor/program-kerja/:tahun/impor", "import", "programme.spend"),
  office("/kantor/program-kerja/:tahun/impor/:id", "import-mapping", "programme.spend"),
  office("/kantor/program-kerja/:tahun/impor/:id/periksa", "import-check", "programme.spend"),
  office("/kantor/program-kerja/:tahun/tahun-berikutnya", "next-year", "programme.plan"),
  published("/program-kerja", "public-index"),
  published("/program-kerja/:tahun", "public-programme"),
  published("/program-kerja/kegiatan/:id", "public-activity"),
  office("/kantor/program-kerja/:tahun/papan", "board", "programme.read"),
  office("/kantor/program-kerja/kegiatan/:id", "activity", "programme.read"),
  office("/kantor/program-kerja/kegiatan/:id/pembaruan/baru", "new-update", "programme.update"),
  office("/kantor/program-kerja/kegiatan/:id/belanja", "spending", "programme.spend"),
  office("/kantor/program-kerja/kegiatan/:id/penyimpangan", "deviation", "programme.update"),
  office("/kantor/program-kerja/kegiatan/:id/langkah", "steps", "programme.update"),
  office("/kantor/program-kerja/kegiatan/:id/serah-terima", "hand-over", "programme.update"),
  office("/kantor/program-kerja/pembaruan", "updates", "programme.approve"),
  office("/kantor/program-kerja/pembaruan/:id", "update", "programme.read"),
  office("/kantor/program-kerja/indikator/:id/rincian", "counted-rows", "programme.read"),
];
