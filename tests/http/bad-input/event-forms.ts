import type { OfficeStage } from "#tests/support/office-stage.ts";
import type { FieldKind, Fields, FormCase } from "./form-case.ts";

const BASE = "/kantor/penduduk";

/** A form about the card that the tests of forms move. */
function about(
  path: string,
  name: string,
  fields: (population: OfficeStage["ids"]["population"]) => Fields,
  kinds: Record<string, FieldKind>,
  required: string[] = [],
): FormCase {
  return {
    as: "kasi-pemerintahan",
    name,
    route: `${BASE}/:id/peristiwa/${path}`,
    page: ({ population }) => `${BASE}/${population.otherResident}/peristiwa/${path}`,
    fields: ({ population }) => ({ tanggal: "2026-11-10", catatan: "Catatan", ...fields(population) }),
    kinds: { tanggal: "day", versi: "version", ...kinds },
    required: ["tanggal", ...required],
  };
}

/** Forms of what happens to residents; the one that takes an event back comes last. */
export const EVENT_FORMS: FormCase[] = [
  about(
    "lahir",
    "a birth",
    () => ({ nama: "Bayi", jk: "1", tempatLahir: "Mataram" }),
    { nama: "text", jk: "code" },
    ["nama", "jk"],
  ),
  about("meninggal", "a death", ({ otherSpouse }) => ({ kepalaBaru: otherSpouse, pelapor: "Rudi" }), {
    pelapor: "text",
    kepalaBaru: "code",
  }),
  about(
    "pindah",
    "a move out of the village",
    ({ otherSpouse }) => ({ siapa: [otherSpouse], jangkauan: "3", tujuan: "Mataram" }),
    { siapa: "code", jangkauan: "code", tujuan: "text" },
    ["jangkauan", "tujuan"],
  ),
  about(
    "pindah-dalam",
    "a move inside the village",
    ({ otherSpouse }) => ({ siapa: [otherSpouse], wilayah: "", alamat: "Jalan Melati" }),
    { siapa: "code", wilayah: "code" },
    ["wilayah"],
  ),
  about(
    "pecah-kk",
    "a card that is split",
    ({ otherSpouse }) => ({ siapa: [otherSpouse], kepalaKkBaru: otherSpouse, nomor: "5201090101010007" }),
    { siapa: "code", kepalaKkBaru: "code", nomor: "text" },
    ["kepalaKkBaru"],
  ),
  about(
    "kepala-keluarga",
    "another head",
    ({ otherSpouse }) => ({ kepalaBaru: otherSpouse }),
    { kepalaBaru: "code" },
    ["kepalaBaru"],
  ),
  about("hilang", "somebody missing", ({ otherSpouse }) => ({ siapa: [otherSpouse] }), { siapa: "code" }),
  about("pergi", "somebody who left", ({ otherSpouse }) => ({ siapa: [otherSpouse] }), { siapa: "code" }),
  about("kembali", "a return", () => ({ dari: "Malaysia" }), { dari: "text" }),
  about("selesai-tinggal", "the end of a stay", () => ({ tujuan: "Bali" }), { tujuan: "text" }),
  {
    as: "kasi-pemerintahan",
    name: "somebody who moves in",
    route: `${BASE}/datang`,
    page: () => `${BASE}/datang`,
    fields: ({ area }) => ({
      tanggal: "2026-11-10",
      nama: "Budi",
      jk: "1",
      warga: "1",
      asal: "Jawa",
      tanggalLahir: "1990-01-01",
      wilayah: area,
      nomor: "5201090101010008",
      "anggota[0].nama": "Siti",
      "anggota[0].hubungan": "3",
      "anggota[0].jk": "2",
      "anggota[0].tanggalLahir": "1992-02-02",
      "anggota[0].tempatLahir": "Malang",
      "anggota[0].nik": "3507014202920001",
    }),
    kinds: {
      tanggal: "day",
      tanggalLahir: "day",
      nama: "text",
      asal: "text",
      jk: "code",
      warga: "code",
      wilayah: "code",
      nomor: "text",
      "anggota[0].nama": "text",
      "anggota[0].hubungan": "code",
      "anggota[0].jk": "code",
      "anggota[0].tanggalLahir": "day",
      "anggota[0].tempatLahir": "text",
      "anggota[0].nik": "text",
    },
    required: [
      "tanggal",
      "nama",
      "jk",
      "warga",
      "asal",
      "wilayah",
      "anggota[0].nama",
      "anggota[0].hubungan",
      "anggota[0].jk",
    ],
  },
  {
    as: "kasi-pemerintahan",
    name: "an event that is taken back",
    route: `${BASE}/:id/peristiwa/:peristiwa/batal`,
    page: ({ population }) => `${BASE}/${population.otherResident}/peristiwa/${population.otherEvent}/batal`,
    fields: () => ({ alasan: "Salah orang" }),
    kinds: { alasan: "text" },
    required: ["alasan"],
  },
];

/** Addresses whose forms have no field that could be wrong; joining a card is tried with its verb. */
export const EVENT_BUTTON_ROUTES = [`${BASE}/rekapitulasi`, `${BASE}/:id/peristiwa/gabung-kk`];
