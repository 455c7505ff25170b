import { formatDate } from "#app/ui/format.ts";
import type { CivilDate, ReportPeriod } from "./calendar-rules.ts";

const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV" } as const;

/** `Triwulan I` or `Tahunan`. */
export function periodName(period: ReportPeriod): string {
  return period.kind === "quarter" ? `Triwulan ${ROMAN[period.quarter]}` : "Tahunan";
}

/** Titles of the papers. */
export const REPORT_TITLES = {
  report: "LAPORAN PELAKSANAAN PROGRAM KERJA SEKSI PEMERINTAHAN",
  lppd: "BAHAN LAPORAN PENYELENGGARAAN PEMERINTAHAN DESA",
  period: (period: ReportPeriod, year: number) =>
    period.kind === "quarter" ? `TRIWULAN ${ROMAN[period.quarter]} TAHUN ${year}` : `TAHUN ${year}`,
  asOf: (day: CivilDate, isBeforeYearEnd = false) =>
    `(keadaan per ${formatDate(day)}${isBeforeYearEnd ? ", tahun belum berakhir" : ""})`,
};

/** Sentences and labels on the papers. */
export const PAPER_WORDS = {
  physical: "Fisik",
  financial: "Keuangan",
  elapsed: "Waktu",
  budget: "Anggaran",
  spending: "Belanja",
  overview: "Capaian seluruh program kerja",
  activities: "Pelaksanaan kegiatan",
  subtotal: "Jumlah program",
  total: "Jumlah seluruhnya",
  noActivities: "Belum ada kegiatan.",
  lagging: "Kegiatan yang tertinggal dari jadwal",
  noneLagging: "Tidak ada kegiatan yang tertinggal dari jadwal.",
  causeMissing: "Belum dijelaskan",
  correctionMissing: "Belum ditentukan",
  photos: "Foto bukti kegiatan",
  morePhotos: (count: number) => `Masih ada ${count} berkas bukti lain yang tersimpan di Balai.`,
  acknowledged: "Mengetahui,",
  nobody: "(................................................)",
  explainer:
    "Fisik adalah capaian indikator terhadap target satu tahun, keuangan adalah belanja dibagi anggaran, dan waktu adalah hari yang sudah lewat dari bulan pelaksanaannya. Angka gabungan ditimbang menurut anggaran: kegiatan tanpa anggaran tidak mengubahnya, kecuali bila semuanya tanpa anggaran.",
  madeAt: (moment: string) => `Dibuat dengan Balai pada ${moment}`,
};

/** Sentences of the report pages. */
export const REPORT_PAGE_WORDS = {
  lead: "Pilih masa laporan, periksa ringkasannya, lalu unduh.",
  notYet: "Laporan baru dapat dibuat setelah program kerja disetujui Kepala Desa.",
  periodUnknown: "Pilih salah satu triwulan atau tahunan.",
  dayUnknown: "Tanggal ini tidak ada. Tulis seperti 2027-03-31.",
  dayOutside: (year: number) => `Pilih tanggal di dalam tahun ${year}.`,
  notEnded: (day: string) =>
    `Masa laporan ini belum berakhir. Waktu dihitung sampai ${day}; pilih tanggal lain bila yang dilaporkan keadaan hari ini.`,
  yearGoesOn: (day: string) =>
    `Tahun ini belum berakhir. Laporan tahunan, bahan LPPD, dan poster IPPD memuat keadaan hari ini, ${day}, kecuali Anda memilih tanggal lain.`,
  columnsSaved: "Susunan kolom laporan sudah disimpan. Laporan berikutnya memakai susunan ini.",
  nameNeeded: "Kolom Kegiatan selalu ikut. Centang kolom itu.",
  tooWide: "Kolom sebanyak ini tidak muat di kertas. Kurangi beberapa kolom, lalu simpan lagi.",
  orderInvalid: "Isi urutan dengan angka 1 sampai 99.",
  columnUnknown: "Kolom ini tidak dikenal. Muat ulang halaman.",
};

/** What the residents' poster says. */
export const IPPD_WORDS = {
  title: (year: number) => `PROGRAM KERJA PEMERINTAHAN DESA TAHUN ${year}`,
  asOf: (day: string, isBeforeYearEnd: boolean) =>
    `Keadaan sampai ${day}${isBeforeYearEnd ? " (tahun belum berakhir)" : ""}`,
  physical: "Pekerjaan",
  physicalMeans: "dari target satu tahun sudah tercapai",
  financial: "Uang",
  financialMeans: "dari anggaran sudah dibelanjakan",
  elapsed: "Waktu",
  elapsedMeans: "dari masa pelaksanaan sudah lewat",
  budget: "Anggaran satu tahun",
  spending: "Sudah dibelanjakan",
  activities: "Kegiatan dan capaiannya",
  notMeasured: "belum diukur",
  spentOf: (spent: string, budget: string) => `belanja ${spent} dari ${budget}`,
  more: (count: number) => `Masih ada ${count} kegiatan lain.`,
  closing:
    "Ingin tahu lebih banyak atau ingin bertanya? Datanglah ke kantor desa, atau buka halaman Program kerja di laman desa.",
};
