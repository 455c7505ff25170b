import type { RouteSpec } from "#app/platform/http/route-spec.ts";

/** Pages of the village's frame that an unverified village shows too. */
const ENTRY = { layout: "village", logsAccess: false, beforeVerification: true } as const;
const OFFICE = { layout: "office", logsAccess: false } as const;
/** What keeps an account in its owner's hands works in a suspended village too. */
const OWN_SAFETY = { ...OFFICE, permission: "office.enter", whileSuspended: true } as const;
const LINK = { ...ENTRY, permission: "public", whileSuspended: true } as const;

export const routes: readonly RouteSpec[] = [
  { ...ENTRY, address: "/masuk", page: "sign-in", permission: "public", whileSuspended: true },
  {
    ...ENTRY,
    address: "/masuk/kunci-sandi",
    page: "sign-in-passkey",
    permission: "public",
    whileSuspended: true,
  },
  { ...ENTRY, address: "/masuk/kode", page: "second-factor", permission: "second-factor" },
  { ...LINK, address: "/masuk/kata-sandi-baru/:token", page: "set-password" },
  { ...LINK, address: "/masuk/pemulihan/:token", page: "recover-account" },
  { ...ENTRY, address: "/undangan/:token", page: "accept-invitation", permission: "public" },
  { ...ENTRY, address: "/undangan/:token/masuk", page: "join-position", permission: "public" },
  { address: "/keluar", page: "sign-out", layout: "bare", permission: "signed-in", logsAccess: false },

  // Behind the idle lock nothing of the office shows, not even its menu.
  { ...ENTRY, address: "/kantor/terkunci", page: "unlock", permission: "signed-in" },
  { ...ENTRY, address: "/kantor/ganti-pengguna", page: "switch-user", permission: "signed-in" },
  { ...OWN_SAFETY, address: "/kantor/kunci", page: "lock" },

  { ...OFFICE, address: "/kantor/akun", page: "own-account", permission: "office.enter" },
  { ...OWN_SAFETY, address: "/kantor/akun/kata-sandi", page: "own-password" },
  { ...OWN_SAFETY, address: "/kantor/akun/sesi", page: "own-sessions" },
  { ...OFFICE, address: "/kantor/akun/perangkat", page: "own-devices", permission: "office.enter" },
  { ...OFFICE, address: "/kantor/akun/kode", page: "own-totp", permission: "office.enter" },
  { ...OFFICE, address: "/kantor/akun/kunci-sandi", page: "own-passkeys", permission: "office.enter" },
  { ...OFFICE, address: "/kantor/akun/kunci-sandi/:id", page: "own-passkey", permission: "office.enter" },

  { ...OFFICE, address: "/kantor/perangkat", page: "people", permission: "people.read" },
  { ...OFFICE, address: "/kantor/perangkat/undang", page: "invite", permission: "people.invite" },
  { ...OFFICE, address: "/kantor/perangkat/undangan/:id", page: "invitation", permission: "people.invite" },
  { ...OFFICE, address: "/kantor/perangkat/:id", page: "person", permission: "people.read" },
  { ...OFFICE, address: "/kantor/perangkat/:id/jabatan", page: "give-position", permission: "people.manage" },
  {
    ...OFFICE,
    address: "/kantor/perangkat/:id/jabatan/:jabatan",
    page: "position",
    permission: "people.manage",
  },
  {
    ...OFFICE,
    address: "/kantor/perangkat/:id/kata-sandi",
    page: "reset-password",
    permission: "people.manage",
  },
  {
    ...OFFICE,
    address: "/kantor/perangkat/:id/kode-pemulihan",
    page: "recovery-code",
    permission: "people.manage",
  },
  {
    ...OFFICE,
    address: "/kantor/perangkat/:id/serah-terima",
    page: "hand-over-account",
    permission: "people.manage",
  },
  { ...OFFICE, address: "/kantor/perangkat/:id/akun", page: "person-account", permission: "people.manage" },

  { ...OFFICE, address: "/kantor/jejak", page: "audit-log", permission: "audit.read" },
];
