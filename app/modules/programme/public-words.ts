import type { ProgrammeState } from "./rules.ts";

/** What residents read on the public pages. */
export const PUBLIC_WORDS = {
  title: (year: number) => `Program kerja ${year}`,
  lead: {
    approved: "Program kerja ini sudah disetujui Kepala Desa dan mulai berjalan pada awal tahun.",
    running: "Program kerja ini sedang berjalan.",
    closed: "Tahun ini sudah selesai. Angka di bawah adalah hasil akhirnya.",
  } as Partial<Record<ProgrammeState, string>>,
  asOf: (day: string) => `Keadaan sampai ${day}`,
  explainer:
    "Fisik: bagian target satu tahun yang sudah tercapai. Keuangan: bagian anggaran yang sudah dibelanjakan. Waktu: bagian masa pelaksanaan yang sudah lewat. Angka gabungan ditimbang menurut anggaran: kegiatan tanpa anggaran tidak mengubahnya, kecuali bila semuanya tanpa anggaran.",
  otherYears: "Tahun lain",
  reason: "Mengapa tertinggal",
  correction: "Langkah perbaikan",
  indicators: "Target dan capaian",
  targetHistory: "Perubahan target dan alasannya",
  updates: "Laporan pelaksanaan",
  noUpdates: "Belum ada laporan pelaksanaan yang disetujui.",
};
