import type { Visit } from "./page-table.ts";

const nobody: Visit = { as: null };
const head: Visit = { as: "kepala-desa" };
const kasi: Visit = { as: "kasi-pemerintahan" };

/** Pages of the service to residents: codes, the standard, complaints. */
export const SERVICE_VISITS: Record<string, Visit> = {
  "/lacak": nobody,
  "/pelayanan": nobody,
  "/pelayanan/maklumat": nobody,
  "/pelayanan/:layanan": { ...nobody, params: () => ({ layanan: "domisili" }) },
  "/hak-dan-kewajiban": nobody,
  "/pengaduan": nobody,
  "/pengaduan/publik": nobody,
  "/warga/pengaduan": { as: "warga" },
  "/kantor/pengaduan": head,
  "/kantor/pengaduan/baru": kasi,
  "/kantor/pengaduan/:id": { ...head, params: ({ service }) => ({ id: service.complaint }) },
  "/kantor/pengaduan/:id/tanda-terima.pdf": {
    ...head,
    params: ({ service }) => ({ id: service.complaint }),
    answers: "file",
  },
  "/kantor/standar-pelayanan": head,
  "/kantor/standar-pelayanan/baru": kasi,
  "/kantor/standar-pelayanan/:layanan": { ...kasi, params: () => ({ layanan: "domisili" }) },
};
