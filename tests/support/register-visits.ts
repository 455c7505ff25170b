import type { OfficeStage } from "./office-stage.ts";
import type { Visit } from "./page-table.ts";

type Ids = OfficeStage["ids"];

const head: Visit = { as: "kepala-desa" };
const BASE = "/kantor/register";
const item = ({ registers }: Ids) => ({ buku: "inventaris", id: registers.item });
const official = ({ registers }: Ids) => ({ id: registers.official });

/** The village's registers and its statistics. */
export const REGISTER_VISITS: Record<string, Visit> = {
  "/statistik": { as: null },
  "/kantor/statistik": head,
  [BASE]: head,
  [`${BASE}/berkas`]: head,
  // A job puts its file into the app's own store, which the stage can't reach: the module's suite opens one.
  [`${BASE}/berkas/:id`]: {
    as: null,
    params: ({ registers }: Ids) => ({ id: registers.rule }),
    answers: "elsewhere",
  },
  [`${BASE}/unduh/:berkas`]: { ...head, params: () => ({ berkas: "rekapitulasi.pdf" }), answers: "file" },
  [`${BASE}/penduduk/:buku`]: { ...head, params: () => ({ buku: "rekapitulasi" }) },
  [`${BASE}/aparat/baru`]: head,
  [`${BASE}/aparat/:id`]: { ...head, params: official },
  [`${BASE}/aparat/:id/ubah`]: { ...head, params: official },
  [`${BASE}/:buku`]: { ...head, params: () => ({ buku: "aparat" }) },
  [`${BASE}/:buku/baru`]: { ...head, params: () => ({ buku: "lembaran" }) },
  [`${BASE}/:buku/:id`]: { ...head, params: item },
  [`${BASE}/:buku/:id/ubah`]: { ...head, params: item },
};
