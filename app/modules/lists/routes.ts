import type { RouteSpec } from "#app/platform/http/route-spec.ts";

/** One address for every list as a file: `penduduk.xlsx`. What each asks for is said where it is declared. */
export const routes: readonly RouteSpec[] = [
  {
    address: "/kantor/unduh/:berkas",
    page: "list-file",
    layout: "bare",
    permission: "office.enter",
    logsAccess: false,
  },
];
