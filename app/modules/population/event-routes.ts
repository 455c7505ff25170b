import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASE = "/kantor/penduduk";

/** A form about one person: each opening shows who is on his card, so it is logged. */
const form = (path: string, page: string, id?: string): RouteSpec => ({
  address: `${BASE}/:id/peristiwa${path}`,
  page,
  layout: "office",
  permission: "population.write",
  logsAccess: true,
  subject: "resident",
  module: "population",
  id,
});

const list = (path: string, page: string, permission: string): RouteSpec => ({
  address: BASE + path,
  page,
  layout: "office",
  permission,
  logsAccess: false,
  module: "population",
});

/** What happens to residents, and what it comes to. */
export const eventRoutes: readonly RouteSpec[] = [
  form("", "events"),
  form("/lahir", "event-birth"),
  form("/meninggal", "event-death"),
  form("/pindah", "event-move-out"),
  form("/pindah-dalam", "event-move-inside"),
  form("/pecah-kk", "event-split"),
  form("/gabung-kk", "event-merge"),
  form("/kepala-keluarga", "event-head"),
  form("/hilang", "event-absence", "event-missing"),
  form("/pergi", "event-absence", "event-left"),
  form("/kembali", "event-return"),
  form("/selesai-tinggal", "event-end-stay"),
  form("/:peristiwa/batal", "event-cancel"),
  list("/datang", "event-move-in", "population.write"),
  list("/mutasi", "event-log", "population.read"),
  list("/rekapitulasi", "balance", "population.read"),
];
