import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASES = { operator: "/operator", kabupaten: "/kabupaten" } as const;
type Kind = keyof typeof BASES;

/** One page file serves both offices: each has its own address and its own permission. */
function at(
  kind: Kind,
  address: string,
  page: string,
): Pick<RouteSpec, "address" | "page" | "id" | "logsAccess"> {
  return { address: BASES[kind] + address, page, id: `${kind}-${page}`, logsAccess: false };
}

function entry(kind: Kind, address: string, page: string, permission: "public" | "second-factor"): RouteSpec {
  return { ...at(kind, address, page), layout: "portal", permission };
}

function inside(kind: Kind, address: string, page: string, permission: "enter" | "people"): RouteSpec {
  return { ...at(kind, address, page), layout: "oversight", permission: `${kind}.${permission}` };
}

function forBoth(kind: Kind): RouteSpec[] {
  return [
    entry(kind, "/masuk", "sign-in", "public"),
    entry(kind, "/undangan/:token", "accept-invitation", "public"),
    entry(kind, "/masuk/kode", "second-factor", "second-factor"),
    entry(kind, "/masuk/pasang", "enrol", "second-factor"),
    { ...at(kind, "/keluar", "sign-out"), layout: "oversight", permission: "signed-in" },

    inside(kind, "/akun", "own-account", "enter"),
    inside(kind, "/akun/kata-sandi", "own-password", "enter"),
    inside(kind, "/akun/kode", "own-totp", "enter"),
    inside(kind, "/akun/kunci-sandi", "own-passkeys", "enter"),
    inside(kind, "/akun/kunci-sandi/:id", "own-passkey", "enter"),

    {
      ...at(kind, "/desa/:id/pemulihan", "recover-head"),
      layout: "oversight",
      permission: "villages.recover",
    },

    inside(kind, "/orang", "people", "people"),
    inside(kind, "/orang/undangan/:id", "invitation", "people"),
    inside(kind, "/orang/:id", "person", "people"),
  ];
}

export const routes: readonly RouteSpec[] = [
  ...forBoth("operator"),
  ...forBoth("kabupaten"),
  inside("operator", "/orang/undang", "invite-by-operator", "people"),
  inside("kabupaten", "", "regency-home", "enter"),
  inside("kabupaten", "/orang/undang", "invite-by-regency", "people"),
];
