import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/penduduk/impor";

const office = (address: string, page: string): RouteSpec => ({
  address: BASE + address,
  page,
  layout: "office",
  permission: "population.import",
  logsAccess: false,
  module: "population",
});

export const routes: readonly RouteSpec[] = [
  office("", "imports"),
  office("/:id", "import"),
  office("/:id/kolom", "columns"),
  office("/:id/baris", "rows"),
  office("/:id/perubahan", "changes"),
  { ...office("/:id/perbaikan.xlsx", "error-sheet"), layout: "bare" },
  office("/:id/buang", "drop"),
  office("/:id/batalkan", "undo"),
];
