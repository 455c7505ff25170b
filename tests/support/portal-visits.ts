import { type OfficeStage, YEARS } from "./office-stage.ts";
import type { Visit } from "./page-table.ts";

type Ids = OfficeStage["ids"];

const nobody: Visit = { as: null };
const head: Visit = { as: "kepala-desa" };
const money: Visit = { as: "kaur-keuangan" };
const running = () => ({ tahun: YEARS.running });
const BASE = "/kantor/halaman-desa";
const INFORMATION = "/kantor/informasi";

/** The village's public face, and the office's pages behind it. */
export const PORTAL_VISITS: Record<string, Visit> = {
  "/berita": nobody,
  "/berita/:slug": { ...nobody, params: ({ portal }: Ids) => ({ slug: portal.slug }) },
  "/agenda": nobody,
  "/anggaran": { ...nobody, answers: "elsewhere" },
  "/anggaran/:tahun": { ...nobody, params: running },
  "/kontak": nobody,
  [BASE]: head,
  [`${BASE}/tulisan/baru`]: head,
  [`${BASE}/tulisan/:id`]: { ...head, params: ({ portal }: Ids) => ({ id: portal.post }) },
  [`${BASE}/agenda`]: head,
  [`${BASE}/agenda/baru`]: head,
  [`${BASE}/agenda/:id`]: { ...head, params: ({ portal }: Ids) => ({ id: portal.agenda }) },
  [`${BASE}/kontak`]: head,
  [`${BASE}/kontak/baru`]: head,
  [`${BASE}/kontak/:id`]: { ...head, params: ({ portal }: Ids) => ({ id: portal.contact }) },
  [`${BASE}/anggaran`]: money,
  [`${BASE}/anggaran/:tahun`]: { ...money, params: running },
  [`${BASE}/anggaran/baris/:id`]: { ...money, params: ({ portal }: Ids) => ({ id: portal.budgetLine }) },
  "/kantor/alamat-sendiri": head,

  "/informasi-publik": nobody,
  "/informasi-publik/permohonan": nobody,
  [INFORMATION]: head,
  [`${INFORMATION}/permohonan/baru`]: head,
  [`${INFORMATION}/permohonan/:id`]: {
    ...head,
    params: ({ information }: Ids) => ({ id: information.request }),
  },
  [`${INFORMATION}/permohonan/:id/tanda-terima.pdf`]: {
    ...head,
    params: ({ information }: Ids) => ({ id: information.request }),
    answers: "file",
  },
  [`${INFORMATION}/dokumen`]: head,
  [`${INFORMATION}/dokumen/baru`]: head,
  [`${INFORMATION}/dokumen/:id`]: {
    ...head,
    params: ({ information }: Ids) => ({ id: information.document }),
  },
  [`${INFORMATION}/laporan/:masa`]: { ...head, params: () => ({ masa: "2026-2" }) },
  [`${INFORMATION}/libur`]: head,
  [`${INFORMATION}/unduh/:berkas`]: {
    ...head,
    params: () => ({ berkas: "register-2026.pdf" }),
    answers: "file",
  },
};
