import { YEARS } from "#tests/support/office-stage.ts";
import type { FormCase } from "./form-case.ts";

const BASE = "/kantor/halaman-desa";
const clerk = { as: "kepala-desa" } as const;
const money = { as: "kaur-keuangan" } as const;

const POST = {
  jenis: "announcement",
  judul: "Listrik padam",
  isi: "Hari Rabu pukul 9.\n\n- Dusun Kebun Lauk",
  tampil_sampai: "2026-12-01",
  teks_foto: "Warga di balai",
};
const POST_KINDS = {
  jenis: "code",
  judul: "text",
  isi: "text",
  tampil_sampai: "day",
  teks_foto: "text",
} as const;
const AGENDA = {
  judul: "Posyandu Melati",
  tempat: "Balai Dusun",
  tanggal: "2026-12-05",
  mulai: "08:00",
  selesai: "11:00",
  keterangan: "Bawa buku KIA.",
};
const AGENDA_KINDS = {
  judul: "text",
  tempat: "text",
  tanggal: "day",
  mulai: "code",
  selesai: "code",
  keterangan: "text",
} as const;
const CONTACT = { jenis: "emergency", nama: "Ambulans desa", nomor: "0370-640112", catatan: "24 jam" };
const CONTACT_KINDS = { jenis: "code", nama: "text", nomor: "phone", catatan: "text" } as const;
const LINE = {
  sisi: "expense",
  nama: "Bidang Pemberdayaan",
  anggaran: "125.000.000",
  realisasi: "50.000.000",
  realisasi_per: "2026-09-30",
};
const LINE_KINDS = {
  sisi: "code",
  nama: "text",
  anggaran: "number",
  realisasi: "number",
  realisasi_per: "day",
} as const;

/** Forms of the village's public face. */
export const PORTAL_FORMS: FormCase[] = [
  {
    ...clerk,
    name: "a post",
    creates: "posts",
    route: `${BASE}/tulisan/baru`,
    page: () => `${BASE}/tulisan/baru`,
    fields: () => POST,
    kinds: POST_KINDS,
    required: ["jenis", "judul", "isi"],
    shownAt: () => [BASE],
  },
  {
    ...clerk,
    name: "a change of a post",
    isVersioned: true,
    route: `${BASE}/tulisan/:id`,
    page: ({ portal }) => `${BASE}/tulisan/${portal.draft}`,
    fields: () => POST,
    kinds: { ...POST_KINDS, versi: "version" },
    required: ["jenis", "judul", "isi"],
  },
  {
    ...clerk,
    name: "something in the agenda",
    creates: "agenda_items",
    route: `${BASE}/agenda/baru`,
    page: () => `${BASE}/agenda/baru`,
    fields: () => AGENDA,
    kinds: AGENDA_KINDS,
    required: ["judul", "tanggal", "mulai"],
    shownAt: () => ["/agenda", "/"],
  },
  {
    ...clerk,
    name: "a change of the agenda",
    isVersioned: true,
    route: `${BASE}/agenda/:id`,
    page: ({ portal }) => `${BASE}/agenda/${portal.agenda}`,
    fields: () => AGENDA,
    kinds: { ...AGENDA_KINDS, versi: "version" },
    required: ["judul", "tanggal", "mulai"],
  },
  {
    ...clerk,
    name: "a public number",
    creates: "public_contacts",
    route: `${BASE}/kontak/baru`,
    page: () => `${BASE}/kontak/baru`,
    fields: () => CONTACT,
    kinds: CONTACT_KINDS,
    required: ["jenis", "nama", "nomor"],
    shownAt: () => ["/kontak", "/"],
  },
  {
    ...clerk,
    name: "a change of a public number",
    isVersioned: true,
    route: `${BASE}/kontak/:id`,
    page: ({ portal }) => `${BASE}/kontak/${portal.contact}`,
    fields: () => CONTACT,
    kinds: { ...CONTACT_KINDS, versi: "version" },
    required: ["jenis", "nama", "nomor"],
  },
  {
    ...money,
    name: "a year of the budget poster",
    route: `${BASE}/anggaran`,
    page: () => `${BASE}/anggaran`,
    fields: () => ({ tahun: "2027" }),
    kinds: { tahun: "number" },
    required: ["tahun"],
  },
  {
    ...money,
    name: "a line of the budget poster",
    creates: "budget_lines",
    route: `${BASE}/anggaran/:tahun`,
    page: () => `${BASE}/anggaran/${YEARS.running}`,
    fields: () => LINE,
    kinds: LINE_KINDS,
    required: ["sisi", "nama", "anggaran"],
    shownAt: () => [`/anggaran/${YEARS.running}`],
  },
  {
    ...money,
    name: "a change of a line of the budget poster",
    isVersioned: true,
    route: `${BASE}/anggaran/baris/:id`,
    page: ({ portal }) => `${BASE}/anggaran/baris/${portal.budgetLine}`,
    fields: () => LINE,
    kinds: { ...LINE_KINDS, versi: "version" },
    required: ["sisi", "nama", "anggaran"],
  },
  {
    ...clerk,
    name: "a host of the village's own",
    creates: "custom_domains",
    another: { alamat: "lain.sesela.desa.id" },
    route: "/kantor/alamat-sendiri",
    page: () => "/kantor/alamat-sendiri",
    fields: () => ({ alamat: "pasar.sesela.desa.id" }),
    kinds: { alamat: "text" },
    required: ["alamat"],
  },
];
