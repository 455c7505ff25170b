import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const ENTRY = { layout: "village", permission: "public", logsAccess: false } as const;
const OWN = { layout: "resident", permission: "resident", logsAccess: false } as const;

export const routes: readonly RouteSpec[] = [
  { ...ENTRY, address: "/warga/masuk", page: "sign-in" },
  { ...OWN, address: "/warga/keluar", page: "sign-out", layout: "bare" },
  { ...OWN, address: "/warga", page: "home" },
];
