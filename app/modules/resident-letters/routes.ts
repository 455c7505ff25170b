import type { RouteSpec } from "#app/platform/http/route-spec.ts";

const OWN = {
  layout: "resident",
  permission: "resident",
  logsAccess: false,
  module: "resident-accounts",
} as const;
const ASKING = { ...OWN, module: "letters" } as const;

export const routes: readonly RouteSpec[] = [
  { ...OWN, address: "/warga", page: "home" },
  { ...ASKING, address: "/warga/surat/baru", page: "choose-kind" },
  { ...ASKING, address: "/warga/surat/baru/:jenis", page: "ask-letter" },
  { ...OWN, address: "/warga/surat/:id", page: "own-letter" },
  { ...OWN, address: "/warga/surat/:id/surat.pdf", page: "own-letter-file", layout: "bare" },
  {
    address: "/kantor/surat/:id/warga",
    page: "office-letter",
    layout: "office",
    permission: "letters.serve",
    logsAccess: true,
    subject: "letter",
    module: "letters",
  },
];
