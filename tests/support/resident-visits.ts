import type { Visit } from "./page-table.ts";

const nobody: Visit = { as: null };
const resident: Visit = { as: "warga" };
const kasi: Visit = { as: "kasi-pemerintahan" };

/** Addresses of residents, and of the office's work with their accounts. */
export const RESIDENT_VISITS: Record<string, Visit> = {
  "/warga/masuk": nobody,
  "/warga/aktifkan": nobody,
  "/warga/daftar": nobody,
  "/warga/keluar": { ...resident, answers: "elsewhere" },
  "/warga": resident,
  "/warga/surat/baru": resident,
  "/warga/surat/baru/:jenis": { ...resident, params: ({ letters }) => ({ jenis: letters.kind }) },
  "/warga/surat/:id": { ...resident, params: ({ residents }) => ({ id: residents.letter }) },
  "/warga/surat/:id/surat.pdf": {
    ...resident,
    params: ({ residents }) => ({ id: residents.approved }),
    answers: "file",
  },
  "/kantor/surat/:id/warga": { ...kasi, params: ({ residents }) => ({ id: residents.letter }) },
  "/warga/akun": resident,
  "/warga/akun/pin": resident,
  "/warga/data": resident,
  "/warga/data/usul/:bagian": { ...resident, params: () => ({ bagian: "name" }) },

  "/kantor/akun-warga": kasi,
  "/kantor/akun-warga/pendaftaran/:id": {
    ...kasi,
    params: ({ residents }) => ({ id: residents.registration }),
  },
  "/kantor/akun-warga/usulan/:id": { ...kasi, params: ({ residents }) => ({ id: residents.proposal }) },
  "/kantor/akun-warga/:id": { ...kasi, params: ({ population }) => ({ id: population.resident }) },
  "/kantor/akun-warga/:id/slip.pdf": {
    ...kasi,
    params: ({ residents }) => ({ id: residents.invited }),
    answers: "file",
  },
};
