import type { FormCase } from "./form-case.ts";

const BASE = "/kantor/informasi";
const head = { as: "kepala-desa" } as const;

const ASKED = {
  nama: "Inaq Sahrum",
  alamat: "Dusun Kebun Lauk",
  kontak: "0812 7000 1234",
  identitas: "",
  informasi: "Laporan realisasi APBDes 2025",
  tujuan: "Penelitian",
  cara: "copy",
};
const ASKED_KINDS = {
  nama: "text",
  alamat: "text",
  kontak: "phone",
  identitas: "number",
  informasi: "text",
  tujuan: "text",
  cara: "code",
} as const;
const ASKED_REQUIRED = ["nama", "alamat", "kontak", "informasi", "tujuan", "cara"];
const DOCUMENT = {
  kelas: "dikecualikan",
  judul: "Data penerima bantuan",
  ringkasan: "Nama dan alamat penerima.",
  tahun: "2026",
  dasar: "17-h",
  ditutup_sampai: "2036-12-31",
  umumkan: "on",
};
const DOCUMENT_KINDS = {
  kelas: "code",
  judul: "text",
  ringkasan: "text",
  tahun: "number",
  dasar: "code",
  ditutup_sampai: "day",
} as const;

/** Forms of public information. */
export const INFORMATION_FORMS: FormCase[] = [
  {
    as: null,
    name: "a request for information by anybody",
    creates: "information_requests",
    route: "/informasi-publik/permohonan",
    page: () => "/informasi-publik/permohonan",
    fields: () => ASKED,
    kinds: ASKED_KINDS,
    required: ASKED_REQUIRED,
    shownAt: () => [BASE],
  },
  {
    ...head,
    name: "a request for information at the counter",
    creates: "information_requests",
    route: `${BASE}/permohonan/baru`,
    page: () => `${BASE}/permohonan/baru`,
    fields: () => ({ ...ASKED, diterima: "2026-11-23" }),
    kinds: { ...ASKED_KINDS, diterima: "day" },
    required: ASKED_REQUIRED,
    shownAt: () => [BASE],
  },
  {
    ...head,
    name: "an answer to a request for information",
    isVersioned: true,
    route: `${BASE}/permohonan/:id`,
    page: ({ information }) => `${BASE}/permohonan/${information.toAnswer}`,
    fields: () => ({ maksud: "jawab", hasil: "partly", jawaban: "Sebagian dirahasiakan.", dasar: "17-h" }),
    kinds: { hasil: "code", jawaban: "text", dasar: "code", versi: "version" },
    required: ["hasil", "jawaban"],
    filledByPage: ["maksud"],
  },
  {
    ...head,
    name: "seven further days for an answer",
    isVersioned: true,
    route: `${BASE}/permohonan/:id`,
    page: ({ information }) => `${BASE}/permohonan/${information.toExtend}`,
    fields: () => ({ maksud: "perpanjang", alasan: "Dokumennya dicari." }),
    kinds: { alasan: "text", versi: "version" },
    required: ["alasan"],
    filledByPage: ["maksud"],
  },
  {
    ...head,
    name: "a request for information that is withdrawn",
    isVersioned: true,
    route: `${BASE}/permohonan/:id`,
    page: ({ information }) => `${BASE}/permohonan/${information.toWithdraw}`,
    fields: () => ({ maksud: "tarik", alasan: "Sudah mendapatkannya." }),
    kinds: { alasan: "text", versi: "version" },
    required: ["alasan"],
    filledByPage: ["maksud"],
  },
  {
    ...head,
    name: "a document of the public list",
    creates: "public_documents",
    route: `${BASE}/dokumen/baru`,
    page: () => `${BASE}/dokumen/baru`,
    fields: () => DOCUMENT,
    kinds: DOCUMENT_KINDS,
    required: ["kelas", "judul", "dasar", "ditutup_sampai"],
    shownAt: () => [`${BASE}/dokumen`, "/informasi-publik"],
  },
  {
    ...head,
    name: "a change of a document of the public list",
    isVersioned: true,
    route: `${BASE}/dokumen/:id`,
    page: ({ information }) => `${BASE}/dokumen/${information.document}`,
    fields: () => DOCUMENT,
    kinds: { ...DOCUMENT_KINDS, versi: "version" },
    required: ["kelas", "judul", "dasar", "ditutup_sampai"],
  },
  {
    ...head,
    name: "holidays",
    route: `${BASE}/libur`,
    page: () => `${BASE}/libur`,
    fields: () => ({ libur: "2026-12-25 Natal" }),
    kinds: { libur: "day" },
  },
];
