import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const OFFICE = { layout: "office", permission: "village.settings", logsAccess: false } as const;
const BASES = { operator: "/operator", kabupaten: "/kabupaten" } as const;

/** One page file serves both offices above the villages; a kabupaten sees its own region's claims alone. */
function above(kind: keyof typeof BASES, address: string, page: string): RouteSpec {
  const place = { address: BASES[kind] + address, page, id: `${kind}-${page}` };
  return { ...place, layout: "oversight", permission: `${kind}.claims`, logsAccess: false };
}

const KINDS = ["operator", "kabupaten"] as const;

export const routes: readonly RouteSpec[] = [
  { address: "/sanggah", page: "contest", layout: "portal", permission: "public", logsAccess: false },

  ...KINDS.map((kind) => above(kind, "/verifikasi", "claims")),
  ...KINDS.map((kind) => above(kind, "/verifikasi/:id", "claim")),
  ...KINDS.map((kind) => above(kind, "/verifikasi/:id/surat/:berkas", "claim-letter")),
  {
    address: "/kabupaten/daftar-perangkat",
    page: "officials",
    layout: "oversight",
    permission: "kabupaten.officials",
    logsAccess: false,
  },

  { ...OFFICE, address: "/kantor/verifikasi", page: "verification" },
  { ...OFFICE, address: "/kantor/verifikasi/surat", page: "letter" },
  // The one thing that a suspended village may still write.
  { ...OFFICE, address: "/kantor/verifikasi/sanggahan/:id", page: "village-contest", whileSuspended: true },
];
