import type { FormCase } from "./form-case.ts";

const STANDARD = "/kantor/standar-pelayanan";
const SERVICE = {
  nama: "Peminjaman balai",
  syarat: "Surat permohonan",
  tata_cara: "Datang ke kantor desa.",
  waktu: "lain",
  waktu_lain: "Paling lama 14 hari kerja",
  biaya: "50.000",
  petugas: "Kaur Umum",
};
const SERVICE_KINDS = {
  nama: "text",
  syarat: "text",
  tata_cara: "text",
  waktu: "code",
  waktu_lain: "text",
  biaya: "number",
  petugas: "text",
  versi: "version",
} as const;

/** Forms of the service to residents: codes, the standard, complaints. */
export const SERVICE_FORMS: FormCase[] = [
  {
    as: null,
    name: "a rating by the code of a slip",
    isVersioned: true,
    route: "/lacak",
    page: ({ letters }) => `/lacak?kode=${letters.handedCode}`,
    fields: () => ({ nilai: "3", ulasan: "Antreannya lama." }),
    kinds: { nilai: "code", ulasan: "text" },
    required: ["nilai"],
    filledByPage: ["kode"],
  },
  {
    as: "kepala-desa",
    name: "a service of the draft",
    isVersioned: true,
    route: `${STANDARD}/:layanan`,
    page: () => `${STANDARD}/domisili`,
    fields: () => ({ ...SERVICE, nama: "Keterangan domisili", biaya: "0" }),
    kinds: SERVICE_KINDS,
    required: ["nama", "waktu", "petugas"],
    shownAt: () => [STANDARD],
  },
  {
    as: "kasi-pemerintahan",
    name: "a new service of the draft",
    route: `${STANDARD}/baru`,
    page: () => `${STANDARD}/baru`,
    fields: () => SERVICE,
    kinds: SERVICE_KINDS,
    required: ["nama", "waktu", "petugas"],
    shownAt: () => [STANDARD],
  },
  {
    as: "kepala-desa",
    name: "the decree of a service standard",
    isVersioned: true,
    route: STANDARD,
    page: () => STANDARD,
    fields: () => ({ maksud: "tetapkan", nomor: "188/8/2026", tanggal: "2026-11-24" }),
    kinds: { nomor: "text", tanggal: "day", versi: "version" },
    required: ["nomor", "tanggal"],
    filledByPage: ["maksud"],
    shownAt: () => ["/pelayanan"],
  },
];
