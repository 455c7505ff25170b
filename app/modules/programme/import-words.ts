import type { SheetErrorCode } from "#app/platform/sheet/sheet-error.ts";
import type { SheetField } from "./import-mapping-rules.ts";
import type { RowState } from "./import-rules.ts";

export const SHEET_FIELD_NAMES: Record<SheetField, string> = {
  code: "Kode kegiatan",
  name: "Nama kegiatan",
  budget: "Anggaran",
  realised: "Realisasi belanja",
};

export const ROW_STATE_NAMES: Record<RowState, string> = {
  matched: "Cocok",
  unknown: "Kode ini tidak ada di program kerja",
  ambiguous: "Beberapa kegiatan memakai kode ini. Pilih salah satu, atau lewati.",
  duplicate: "Kode ini ada di beberapa baris. Pilih baris yang dipakai, lewati yang lain.",
  not_a_number: "Anggaran atau realisasi bukan angka rupiah. Perbaiki di lembarnya, lalu unggah lagi.",
};

/** Why a sheet was not taken; `row` counts from 1. */
export const SHEET_ERRORS: Record<SheetErrorCode, (row: number | null) => string> = {
  empty: () => "Lembar ini kosong. Pilih berkas yang berisi tabel anggaran.",
  "file-too-large": () => "Berkas lebih besar dari 10 MB. Perkecil berkasnya, lalu pilih lagi.",
  "old-excel": () => "Ini berkas Excel lama (XLS). Buka di Excel, simpan sebagai XLSX, lalu pilih lagi.",
  unsupported: () =>
    "Isi berkas ini tidak dapat dibuka dengan aman. Simpan ulang sebagai XLSX atau CSV, lalu pilih lagi.",
  corrupt: () => "Berkas ini rusak. Buka dahulu di Excel, simpan ulang, lalu pilih lagi.",
  "too-many-rows": (row) =>
    `Lembar ini terlalu panjang${row ? ` (lebih dari ${row - 1} baris)` : ""}. Hapus baris kosong di bawah tabel, lalu pilih lagi.`,
  "too-many-columns": () => "Lembar ini terlalu lebar. Hapus kolom kosong di kanan tabel, lalu pilih lagi.",
  "cell-too-long": (row) =>
    `Ada isian yang terlalu panjang${row ? ` di baris ${row}` : ""}. Ringkaslah, lalu pilih lagi.`,
};

export const IMPORT_WORDS = {
  notRunning: "Impor dapat dipakai selama program kerja berjalan.",
  none: "Lembar anggaran dan realisasi yang diunggah tercatat di sini.",
  read: "Lembar terbaca. Tunjukkan isi tiap kolomnya.",
  readAndMapped: "Lembar terbaca dan kolomnya dikenali. Periksa hasilnya, lalu terapkan.",
  mapped: "Kolom tersimpan. Periksa hasilnya, lalu terapkan.",
  leftOut: (unknown: number, ignored: number) =>
    `Tidak dipakai: ${unknown} kode di luar program kerja, ${ignored} baris tanpa kode kegiatan`,
  leftOutWhy:
    "Lembar APB Desa biasanya memuat juga kegiatan seksi lain, rincian rekening, judul, dan jumlah. Baris seperti itu memang tidak dipakai di sini.",
  fileMissing: "Pilih lembar anggaran dan realisasi dari Siskeudes.",
  tooMuch: "Isi lembar ini terlalu banyak. Sisakan tabel anggaran saja, lalu pilih lagi.",
  columnUnknown: "Pilih kolom dari daftar.",
  codeNeeded: "Pilih kolom yang berisi kode kegiatan.",
  amountNeeded: "Pilih kolom anggaran, kolom realisasi, atau keduanya.",
  columnTwice: "Kolom ini sudah dipakai untuk isian lain. Pilih kolom yang berbeda.",
  headerInvalid: "Isi nomor baris judul, misalnya 5, atau kosongkan bila tidak ada.",
  mappingMissing: "Pilih kolomnya dahulu.",
  gone: "Impor ini tidak ada.",
  applied: "Impor ini sudah diterapkan. Unggah lembar baru untuk angka yang lebih baru.",
  nothingMatches: "Tidak ada baris yang cocok dengan kegiatan di program kerja. Periksa kolom kodenya.",
  choiceUnknown: "Pilih kegiatan dari daftar, atau lewati baris ini.",
  clash: (line: number) =>
    `Baris ${line} menuju kegiatan yang sudah dipakai baris lain. Pilih satu baris untuk tiap kegiatan.`,
  dayOutside: (year: number) => `Pilih tanggal di dalam tahun ${year}.`,
  dayUnknown: (instead: string) => `Tanggal ini tidak ada. Angka di bawah dibandingkan dengan ${instead}.`,
  dayInFuture: "Tanggal tidak boleh setelah hari ini.",
  dayBeforeApproval: (day: string) =>
    `Program kerja disetujui pada ${day}. Pilih tanggal itu atau sesudahnya.`,
  budgetReason: (fileName: string, day: string) => `Impor ${fileName}, keadaan ${day}`,
  done: (count: number) =>
    count === 0
      ? "Semua angka sudah sama dengan lembar itu. Tidak ada yang berubah."
      : `Angka ${count} kegiatan sudah disamakan dengan lembar itu. Periksa hasilnya di laporan.`,
};
