import type { RouteSpec } from "#app/platform/http/route-spec.ts";

function at(address: string, page: string, permission: string): RouteSpec {
  return { address: `/operator${address}`, page, layout: "oversight", permission, logsAccess: false };
}

/** The operator's console: what the directory knows of villages and machines, never what is in a village. */
export const routes: readonly RouteSpec[] = [
  at("", "home", "operator.enter"),

  at("/desa", "villages", "operator.villages"),
  at("/desa/:id", "village", "operator.villages"),
  at("/desa/:id/penangguhan", "suspension", "operator.villages"),
  at("/desa/:id/ruang", "quota", "operator.villages"),
  at("/desa/:id/pemulihan-data", "restore", "operator.villages"),

  at("/rumah-data", "homes", "operator.system"),
  at("/skema", "versions", "operator.system"),
  at("/pekerjaan", "jobs", "operator.system"),
  at("/pekerjaan/:id", "letter", "operator.system"),
  at("/penyimpanan", "storage", "operator.system"),
  at("/peringatan", "alerts", "operator.system"),
  at("/peringatan/:id", "alert", "operator.system"),
  at("/riwayat", "history", "operator.system"),
];
