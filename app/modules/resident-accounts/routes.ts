import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const MODULE = "resident-accounts";
const ENTRY = { layout: "village", permission: "public", logsAccess: false } as const;
const OWN = { layout: "resident", permission: "resident", logsAccess: false, module: MODULE } as const;
const OFFICE = {
  layout: "office",
  permission: "resident-accounts.manage",
  logsAccess: false,
  module: MODULE,
} as const;

export const routes: readonly RouteSpec[] = [
  { ...ENTRY, address: "/warga/masuk", page: "sign-in" },
  { ...ENTRY, address: "/warga/aktifkan", page: "activate" },
  { ...ENTRY, address: "/warga/daftar", page: "register" },
  { ...OWN, address: "/warga/keluar", page: "sign-out", layout: "bare", module: undefined },
  { ...OWN, address: "/warga/akun", page: "own-account" },
  { ...OWN, address: "/warga/akun/pin", page: "change-pin" },
  // His own numbers in the clear: also his own looks are written down.
  { ...OWN, address: "/warga/data", page: "own-data", logsAccess: true, subject: "resident" },
  { ...OWN, address: "/warga/data/usul/:bagian", page: "propose" },

  { ...OFFICE, address: "/kantor/akun-warga", page: "office-accounts" },
  {
    ...OFFICE,
    address: "/kantor/akun-warga/pendaftaran/:id",
    page: "registration",
    logsAccess: true,
    subject: "resident_registration",
  },
  {
    ...OFFICE,
    address: "/kantor/akun-warga/usulan/:id",
    page: "correction",
    logsAccess: true,
    subject: "correction",
  },
  {
    ...OFFICE,
    address: "/kantor/akun-warga/:id",
    page: "person-account",
    logsAccess: true,
    subject: "resident",
  },
  {
    ...OFFICE,
    address: "/kantor/akun-warga/:id/slip.pdf",
    page: "slip",
    layout: "bare",
    logsAccess: true,
    subject: "resident",
  },
];
