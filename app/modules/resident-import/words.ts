import { SHEET_ERRORS } from "#app/platform/sheet/words.ts";
import type { ImportState } from "./state-rules.ts";

/** Why a file of residents was not taken. */
export const FILE_ERRORS: typeof SHEET_ERRORS = {
  ...SHEET_ERRORS,
  unsupported: () =>
    "Isi berkas ini tidak dikenali. Kirim buku kerja OpenSID (XLSX atau XLSM), berkas .sid, atau lembar XLSX atau CSV.",
  "too-many-rows": () =>
    "Berkas ini memuat lebih dari 10.000 penduduk. Pecah menjadi beberapa berkas, misalnya satu berkas tiap dusun.",
};

export const STATE_NAMES: Record<ImportState, string> = {
  reading: "Sedang dibaca",
  mapping: "Menunggu pilihan kolom",
  checking: "Sedang diperiksa",
  checked: "Selesai diperiksa",
  applying: "Sedang dimasukkan",
  applied: "Sudah dimasukkan",
  undoing: "Sedang dibatalkan",
  undone: "Dibatalkan",
  failed: "Gagal",
  dropped: "Dibuang",
};

/** What people read on the pages of an import. */
export const IMPORT_WORDS = {
  gone: "Impor yang Anda cari tidak ada.",
  fileMissing: "Pilih berkas data penduduknya.",
  started: "Berkas diterima. Isinya sedang dibaca; halaman ini boleh ditutup.",
  openAlready: "Impor sebelumnya belum selesai. Terapkan atau buang dahulu, lalu mulai yang baru.",
  movedOn: "Keadaan impor ini sudah berubah. Muat ulang halaman, lalu lanjutkan dari sana.",
  dayInFuture: "Tanggal keadaan data belum tiba. Pilih hari ini atau sebelumnya.",
  dayUnknown: "Isi tanggal keadaan data.",
  noRows: "Tidak ada baris penduduk di bawah judul kolom. Periksa lembarnya, lalu pilih lagi.",
  fileLost: "Berkas yang dikirim sudah tidak tersimpan. Kirim lagi berkasnya.",
  columnTwice: "Kolom ini sudah dipakai untuk isian lain. Pilih kolom yang berbeda.",
  columnUnknown: "Kolom ini tidak ada di lembar. Muat ulang halaman, lalu pilih lagi.",
  nameNeeded: "Tunjukkan kolom nama: tanpa nama tidak ada yang dapat dimasukkan.",
  sexNeeded: "Tunjukkan kolom jenis kelamin: register mewajibkannya.",
  mapped: "Kolom tersimpan dan diingat untuk lembar berikutnya. Isinya sedang diperiksa.",
  secondHeadMissing: "Ada KK dengan dua kepala keluarga. Pilih dahulu, kepala kedua dimasukkan sebagai apa.",
  nothingToApply: "Tidak ada baris yang dapat dimasukkan. Perbaiki lembarnya, lalu kirim lagi.",
  applying: "Data sedang dimasukkan. Halaman ini boleh ditutup; pekerjaan berjalan terus.",
  kept: "Pilihan tersimpan.",
  dropped: "Impor dibuang. Register tidak berubah.",
  undoing: "Impor sedang dibatalkan. Halaman ini boleh ditutup; pekerjaan berjalan terus.",
  undoBlocked: "Impor ini tidak dapat dibatalkan: ada yang sudah berubah sesudahnya. Lihat daftarnya.",
  undoOver: "Baris impor ini sudah dihapus menurut masa simpan, jadi tidak dapat dibatalkan lagi.",
  changedSince:
    "Data orang ini berubah sejak diperiksa, jadi tidak disentuh. Kirim lagi lembarnya untuk membandingkan ulang.",
  addedSince:
    "NIK ini masuk ke register sesudah pemeriksaan, jadi baris ini dilewati. Kirim lagi lembarnya untuk membandingkan ulang.",
  finished: "Impor penduduk selesai",
  finishedBody: (count: number) =>
    `${count} penduduk dimasukkan atau diperbarui. Lihat hasilnya di halaman impor.`,
  failed: "Impor penduduk gagal",
  failedBody: "Register tidak berubah. Buka halaman impor untuk melihat sebabnya.",
  laterEvent: "datanya berubah sesudah impor",
  letterRefers: "ada surat yang memakai data orang ini",
  personGone: "orangnya sudah tidak ada di register",
  leftOnUndo: (count: number) =>
    `${count} baris tidak dibatalkan karena berubah sementara pembatalan berjalan.`,
} as const;
