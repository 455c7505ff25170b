import type { FormCase } from "./form-case.ts";

const BASE = "/kantor/dukcapil";
const kasi = { as: "kasi-pemerintahan" } as const;

/** Forms of sheets and batches to Dukcapil. */
export const DUKCAPIL_FORMS: FormCase[] = [
  {
    ...kasi,
    name: "who a sheet for Dukcapil is for",
    route: `${BASE}/baru`,
    page: () => `${BASE}/baru`,
    fields: () => ({ cari: "Tidak Dikenal" }),
    kinds: { cari: "text" },
    required: ["cari"],
  },
  {
    ...kasi,
    name: "what a sheet for Dukcapil says",
    isVersioned: true,
    route: `${BASE}/:id/isi`,
    page: ({ dukcapil }) => `${BASE}/${dukcapil.draft}/isi`,
    fields: () => ({
      maksud: "siap",
      "isian.pemohon[0].nama": "Lalu Suwandi",
      "isian.pemohon[0].alamat": "Jl. Melati",
      "isian.permohonan[0].jenis": "KK: rusak",
      "isian.permohonan[0].syarat": "KK lama",
    }),
    kinds: {
      "isian.pemohon[0].nama": "text",
      "isian.pemohon[0].alamat": "text",
      "isian.permohonan[0].jenis": "code",
      "isian.permohonan[0].syarat": "text",
      versi: "version",
    },
    required: ["isian.pemohon[0].nama"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "what Dukcapil issued",
    isVersioned: true,
    route: `${BASE}/:id`,
    page: ({ dukcapil }) => `${BASE}/${dukcapil.sent}`,
    fields: () => ({ maksud: "selesai", tanggal: "2026-11-23", nomor: "KK-2026-8" }),
    kinds: { tanggal: "day", nomor: "text", versi: "version" },
    required: ["tanggal"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "why Dukcapil gave a sheet back",
    isVersioned: true,
    route: `${BASE}/:id`,
    page: ({ dukcapil }) => `${BASE}/${dukcapil.sentBack}`,
    fields: () => ({ maksud: "kembali", tanggal: "2026-11-23", alasan: "Saksi belum lengkap" }),
    kinds: { tanggal: "day", alasan: "text", versi: "version" },
    required: ["tanggal", "alasan"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "who took the paper of Dukcapil home",
    isVersioned: true,
    route: `${BASE}/:id`,
    page: ({ dukcapil }) => `${BASE}/${dukcapil.finished}`,
    fields: () => ({ maksud: "ambil", tanggal: "2026-11-24", oleh: "Baiq Nurhayati" }),
    kinds: { tanggal: "day", oleh: "text", versi: "version" },
    required: ["tanggal", "oleh"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "a sheet for Dukcapil that is cancelled",
    isVersioned: true,
    route: `${BASE}/:id`,
    page: ({ dukcapil }) => `${BASE}/${dukcapil.toCancel}`,
    fields: () => ({ maksud: "batal", alasan: "Tidak jadi" }),
    kinds: { alasan: "text", versi: "version" },
    required: ["alasan"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "the receipt of a batch",
    isVersioned: true,
    route: `${BASE}/berkas/:id`,
    page: ({ dukcapil }) => `${BASE}/berkas/${dukcapil.sentBatch}`,
    fields: () => ({ maksud: "terima", nomor: "TT-9" }),
    kinds: { nomor: "text", versi: "version" },
    required: ["nomor"],
    filledByPage: ["maksud"],
  },
  {
    ...kasi,
    name: "a batch that is carried to Dukcapil",
    isVersioned: true,
    route: `${BASE}/berkas/:id`,
    page: ({ dukcapil }) => `${BASE}/berkas/${dukcapil.openBatch}`,
    fields: () => ({ maksud: "kirim", tanggal: "2026-11-23", pembawa: "Lalu Gede", nomor: "TT-10" }),
    kinds: { tanggal: "day", pembawa: "text", nomor: "text", versi: "version" },
    required: ["tanggal", "pembawa"],
    filledByPage: ["maksud"],
  },
];

/** Forms of a button alone. */
export const DUKCAPIL_BUTTON_ROUTES = [`${BASE}/baru/:id`, `${BASE}/berkas`];
