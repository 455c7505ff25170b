import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const BASES = { operator: "/operator", kabupaten: "/kabupaten" } as const;
type Kind = keyof typeof BASES;

/** One page file serves both offices: each has its own address and its own permission. */
function entry(kind: Kind, address: string, page: string, permission: "public" | "second-factor"): RouteSpec {
  const place = { address: BASES[kind] + address, page, id: `${kind}-${page}` };
  return { ...place, layout: "portal", permission, logsAccess: false };
}

function inside(kind: Kind, address: string, page: string, permission: "enter" | "people"): RouteSpec {
  const place = { address: BASES[kind] + address, page, id: `${kind}-${page}` };
  return { ...place, layout: "oversight", permission: `${kind}.${permission}`, logsAccess: false };
}

function signOut(kind: Kind): RouteSpec {
  const place = { address: `${BASES[kind]}/keluar`, page: "sign-out", id: `${kind}-sign-out` };
  return { ...place, layout: "oversight", permission: "signed-in", logsAccess: false };
}

const KINDS: readonly Kind[] = ["operator", "kabupaten"];

export const routes: readonly RouteSpec[] = [
  ...KINDS.map((kind) => entry(kind, "/masuk", "sign-in", "public")),
  ...KINDS.map(signOut),
  inside("operator", "", "operator-home", "enter"),
  inside("kabupaten", "", "regency-home", "enter"),
];
