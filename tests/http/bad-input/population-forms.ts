import type { FieldKind, FormCase } from "./form-case.ts";

const kasi = { as: "kasi-pemerintahan" } as const;
const BASE = "/kantor/penduduk";

/** Fields of a person that both of his forms have. */
const PERSON: Record<string, FieldKind> = {
  nama: "text",
  kelamin: "code",
  tanggal_lahir: "day",
  agama: "code",
  nama_ayah: "text",
  nik: "text",
  lintang: "number",
  suku: "text",
  keterangan: "text",
  tanggal: "day",
};

/** Forms of the register of residents and its cards. */
export const POPULATION_FORMS: FormCase[] = [
  {
    ...kasi,
    name: "a new resident",
    route: `${BASE}/baru`,
    page: () => `${BASE}/baru`,
    fields: (ids) => ({
      cara: "sudah",
      jenis: "tetap",
      tanggal: "2026-11-01",
      nama: "Amaq Baru",
      kelamin: "1",
      wilayah: ids.area,
      nama_ayah: "Amaq Lama",
      suku: "Sasak",
      keterangan: "Dicatat dari KK.",
    }),
    kinds: { ...PERSON, cara: "code", jenis: "code", wilayah: "code", hubungan: "code", nomor_kk: "text" },
    required: ["nama", "kelamin", "cara", "jenis", "tanggal", "wilayah"],
    shownAt: () => [BASE, `${BASE}/keluarga`, "/kantor/jejak"],
  },
  {
    ...kasi,
    name: "the data of a resident",
    isVersioned: true,
    route: `${BASE}/:id/ubah`,
    page: ({ population }) => `${BASE}/${population.child}/ubah`,
    fields: () => ({
      nama: "Lalu Ahmad Fauzi",
      kelamin: "1",
      tanggal_lahir: "2015-05-09",
      hubungan: "4",
      kewarganegaraan: "1",
      sifat: "perubahan",
      tanggal: "2026-11-10",
      pekerjaan: "3",
      suku: "Sasak",
      keterangan: "Kelas lima.",
    }),
    kinds: { ...PERSON, sifat: "code", catatan: "text", versi: "version" },
    required: ["nama", "kelamin", "sifat", "tanggal"],
    shownAt: ({ population }) => [`${BASE}/${population.child}`, "/kantor/jejak"],
  },
  {
    ...kasi,
    name: "a new family card",
    route: `${BASE}/keluarga/baru`,
    page: () => `${BASE}/keluarga/baru`,
    fields: (ids) => ({ wilayah: ids.area, alamat: "Jl. Kenanga", kode_pos: "83351", terbit: "2020-01-02" }),
    kinds: { nomor: "text", wilayah: "code", alamat: "text", kode_pos: "number", terbit: "day" },
    required: ["wilayah"],
  },
  {
    ...kasi,
    name: "what stands on a family card",
    isVersioned: true,
    route: `${BASE}/keluarga/:id/ubah`,
    page: ({ population }) => `${BASE}/keluarga/${population.family}/ubah`,
    fields: (ids) => ({ wilayah: ids.area, alamat: "Jl. Mawar", kode_pos: "83351" }),
    kinds: {
      nomor: "text",
      wilayah: "code",
      alamat: "text",
      kode_pos: "number",
      terbit: "day",
      versi: "version",
    },
    required: ["wilayah"],
  },
];

/** Forms without a field to fill, and the search, which takes any text: what means nothing finds nothing. */
export const POPULATION_BUTTON_ROUTES = [BASE, `${BASE}/:id`, `${BASE}/keluarga`, `${BASE}/keluarga/:id`];
