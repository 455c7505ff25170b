import type { SheetErrorCode } from "./sheet-error.ts";

/** Why a sheet was not taken; `row` counts from 1. */
export const SHEET_ERRORS: Record<SheetErrorCode, (row: number | null) => string> = {
  empty: () => "Lembar ini kosong. Pilih berkas yang berisi tabel.",
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
